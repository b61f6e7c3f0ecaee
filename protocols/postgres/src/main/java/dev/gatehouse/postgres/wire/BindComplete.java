package dev.gatehouse.postgres.wire;

/// BindComplete (B): Bind succeeded.
public record BindComplete() implements BackendMessage {
    static final byte TYPE = '2';

    static BindComplete decode(MessageReader in) {
        return new BindComplete();
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).end();
    }
}
