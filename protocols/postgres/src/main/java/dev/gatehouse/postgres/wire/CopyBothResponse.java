package dev.gatehouse.postgres.wire;

/// CopyBothResponse (B): CopyData in both directions, for replication.
///
/// @param columns one format for each column
public record CopyBothResponse(Format overall, Formats columns) implements BackendMessage {
    static final byte TYPE = 'W';

    static CopyBothResponse decode(MessageReader in) {
        return new CopyBothResponse(Format.of(in.int8()), Formats.decode(in));
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).int8(overall.code());
        columns.encode(out);
        out.end();
    }
}
