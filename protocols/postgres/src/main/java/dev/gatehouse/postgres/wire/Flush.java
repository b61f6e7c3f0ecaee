package dev.gatehouse.postgres.wire;

/// Flush (F): asks for pending answers.
public record Flush() implements FrontendMessage {
    static final byte TYPE = 'H';

    static Flush decode(MessageReader in) {
        return new Flush();
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).end();
    }
}
