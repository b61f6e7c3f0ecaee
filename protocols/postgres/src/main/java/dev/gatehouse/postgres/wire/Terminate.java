package dev.gatehouse.postgres.wire;

/// Terminate (F): the client leaves.
public record Terminate() implements FrontendMessage {
    static final byte TYPE = 'X';

    static Terminate decode(MessageReader in) {
        return new Terminate();
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).end();
    }
}
