package dev.gatehouse.postgres.wire;

import dev.gatehouse.model.Slice;

/// Query (F): a simple query, one or more statements.
///
/// @param text the statements' bytes, as they came
public record Query(Slice text) implements FrontendMessage {
    static final byte TYPE = 'Q';

    static Query decode(MessageReader in) {
        return new Query(in.stringBytes());
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).bytes(text).int8(0).end();
    }

    /// The statements as text; a [WireException] if they are not valid UTF-8.
    public String sql() {
        return MessageReader.strict(text);
    }
}
