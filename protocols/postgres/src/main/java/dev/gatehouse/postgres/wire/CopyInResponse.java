package dev.gatehouse.postgres.wire;

/// CopyInResponse (B): the server waits for CopyData.
///
/// @param columns one format for each column
public record CopyInResponse(Format overall, Formats columns) implements BackendMessage {
    static final byte TYPE = 'G';

    static CopyInResponse decode(MessageReader in) {
        return new CopyInResponse(Format.of(in.int8()), Formats.decode(in));
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).int8(overall.code());
        columns.encode(out);
        out.end();
    }
}
