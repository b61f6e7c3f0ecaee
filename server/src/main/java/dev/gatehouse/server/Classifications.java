package dev.gatehouse.server;

import dev.gatehouse.model.Classification;
import java.util.Map;

/// What the columns of each connection hold, under the rules in force. A reload replaces all of it. Thread-safe.
final class Classifications {
    private volatile Map<String, Classification> byConnection = Map.of();

    Classification of(String connection) {
        var known = byConnection.get(connection);
        if (known == null) {
            throw new IllegalStateException("nothing was classified for " + connection);
        }
        return known;
    }

    void replace(Map<String, Classification> next) {
        byConnection = Map.copyOf(next);
    }
}
