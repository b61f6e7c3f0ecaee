package dev.gatehouse.server;

import dev.gatehouse.http.mask.Field;
import dev.gatehouse.model.Classification;
import java.util.List;
import java.util.Map;

/// What the columns of each connection hold, under the rules in force. A reload replaces all of it. Thread-safe.
final class Classifications {
    private volatile Map<String, Classification> byConnection = Map.of();
    private volatile Map<String, List<Field>> fields = Map.of();

    Classification of(String connection) {
        var known = byConnection.get(connection);
        if (known == null) {
            throw new IllegalStateException("nothing was classified for " + connection);
        }
        return known;
    }

    /// What the fields of an HTTP connection's answers hold; nothing for one that is gone.
    List<Field> fields(String connection) {
        return fields.getOrDefault(connection, List.of());
    }

    void replace(Map<String, Classification> next, Map<String, List<Field>> nextFields) {
        byConnection = Map.copyOf(next);
        fields = Map.copyOf(nextFields);
    }
}
