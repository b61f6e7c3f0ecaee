package dev.gatehouse.postgres.wire;

import dev.gatehouse.model.Slice;
import java.util.List;

/// Parse (F): names a statement that is to be prepared.
///
/// @param statement the prepared statement's name, empty for the unnamed one
/// @param text the statement's bytes, as they came
/// @param parameterTypes OIDs, 0 where the server shall find out
public record Parse(String statement, Slice text, List<Integer> parameterTypes) implements FrontendMessage {
    static final byte TYPE = 'P';

    static Parse decode(MessageReader in) {
        return new Parse(in.string(), in.stringBytes(), Oids.decode(in));
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).string(statement).bytes(text).int8(0);
        Oids.encode(parameterTypes, out);
        out.end();
    }

    /// The statement as text; a [WireException] if it is not valid UTF-8.
    public String sql() {
        return MessageReader.strict(text);
    }
}
