package dev.gatehouse.postgres.wire;

/// CloseComplete (B): Close succeeded.
public record CloseComplete() implements BackendMessage {
    static final byte TYPE = '3';

    static CloseComplete decode(MessageReader in) {
        return new CloseComplete();
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).end();
    }
}
