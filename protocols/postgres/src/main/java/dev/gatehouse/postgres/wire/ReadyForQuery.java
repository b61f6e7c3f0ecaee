package dev.gatehouse.postgres.wire;

/// ReadyForQuery (B): the server waits for the next cycle.
public record ReadyForQuery(TransactionStatus status) implements BackendMessage {
    static final byte TYPE = 'Z';

    static ReadyForQuery decode(MessageReader in) {
        return new ReadyForQuery(TransactionStatus.of(in.int8()));
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).int8(status.code()).end();
    }
}
