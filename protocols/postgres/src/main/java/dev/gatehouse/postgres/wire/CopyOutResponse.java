package dev.gatehouse.postgres.wire;

/// CopyOutResponse (B): CopyData follows.
///
/// @param columns one format for each column
public record CopyOutResponse(Format overall, Formats columns) implements BackendMessage {
    static final byte TYPE = 'H';

    static CopyOutResponse decode(MessageReader in) {
        return new CopyOutResponse(Format.of(in.int8()), Formats.decode(in));
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).int8(overall.code());
        columns.encode(out);
        out.end();
    }
}
