package dev.gatehouse.postgres.wire;

/// DataRow (B): one row. Rows that merely pass are better walked in place, see [RowWalker] and [DataRowRewriter].
public record DataRow(Values values) implements BackendMessage {
    public static final byte TYPE = 'D';

    static DataRow decode(MessageReader in) {
        return new DataRow(Values.decode(in));
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE);
        values.encode(out);
        out.end();
    }
}
