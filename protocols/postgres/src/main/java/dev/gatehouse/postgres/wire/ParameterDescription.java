package dev.gatehouse.postgres.wire;

import java.util.List;

/// ParameterDescription (B): the parameters of a prepared statement.
///
/// @param types OIDs
public record ParameterDescription(List<Integer> types) implements BackendMessage {
    static final byte TYPE = 't';

    static ParameterDescription decode(MessageReader in) {
        return new ParameterDescription(Oids.decode(in));
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE);
        Oids.encode(types, out);
        out.end();
    }
}
