package dev.gatehouse.api;

import java.util.Objects;
import java.util.Optional;

/// Asks what would be decided about a statement of the caller's own, without running it.
public record ExplainRequest(String connection, String sql, Optional<String> purpose) {
    public ExplainRequest {
        // What JSON leaves out is null, whatever a record's type says.
        connection = Objects.requireNonNullElse(connection, "");
        sql = Objects.requireNonNullElse(sql, "");
    }
}
