package dev.gatehouse.postgres.wire;

/// ParseComplete (B): Parse succeeded.
public record ParseComplete() implements BackendMessage {
    static final byte TYPE = '1';

    static ParseComplete decode(MessageReader in) {
        return new ParseComplete();
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).end();
    }
}
