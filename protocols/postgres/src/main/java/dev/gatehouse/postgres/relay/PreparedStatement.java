package dev.gatehouse.postgres.relay;

import dev.gatehouse.model.Slice;

/// A prepared statement as the client named it.
///
/// @param text the SQL that was, or will be, parsed by the target
record PreparedStatement(String name, Slice text) {}
