package dev.gatehouse.server.settings.keys;

import java.util.List;
import java.util.Set;

/// The names that a configuration itself introduces, so that their uses can be checked.
///
/// @param issuers in file order
/// @param categories the built-in and the declared ones
public record Known(List<String> issuers, Set<String> categories, List<KnownConnection> connections) {
    public Known {
        issuers = List.copyOf(issuers);
        connections = List.copyOf(connections);
    }

    /// @param labels `key=value` each
    public record KnownConnection(String name, Set<String> labels) {}

    public List<String> connectionNames() {
        return connections.stream().map(KnownConnection::name).toList();
    }
}
