package dev.gatehouse.control.admin.ports;

import dev.gatehouse.model.Connection;
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

    record Address(String host, int port) {}
}
