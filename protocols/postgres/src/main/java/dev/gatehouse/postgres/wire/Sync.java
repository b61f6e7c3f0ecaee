package dev.gatehouse.postgres.wire;

/// Sync (F): ends an extended-query cycle; an implicit transaction is committed.
public record Sync() implements FrontendMessage {
    static final byte TYPE = 'S';

    static Sync decode(MessageReader in) {
        return new Sync();
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).end();
    }
}
