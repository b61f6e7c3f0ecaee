package dev.gatehouse.postgres.relay;

import dev.gatehouse.model.Slice;
import java.util.List;

/// A prepared statement as the client named it.
///
/// @param text the SQL that was, or will be, parsed by the target
/// @param types the parameters' types as the client declared them, 0 where it did not
record PreparedStatement(String name, Slice text, List<Integer> types) {
    PreparedStatement {
        types = List.copyOf(types);
    }
}
