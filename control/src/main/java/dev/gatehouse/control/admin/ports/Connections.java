package dev.gatehouse.control.admin.ports;

import dev.gatehouse.model.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The connections in force now, and where their clients connect.
public interface Connections {
    List<Connection> all();

    /// The public address of the listener for connections of this type; empty when there is none.
    Optional<Address> listener(String type);

    default Optional<Connection> named(String name) {
        return all().stream()
                .filter(connection -> connection.name().equals(name))
                .findFirst();
    }

    /// How the target was found to be lately; looking may take a few seconds. Empty where nobody looks.
    default Optional<Health> health(String name) {
        return Optional.empty();
    }

    /// @param because what went wrong, for operators; empty when it can be reached
    record Health(Instant at, Optional<String> because) {}

    record Address(String host, int port) {}
}
