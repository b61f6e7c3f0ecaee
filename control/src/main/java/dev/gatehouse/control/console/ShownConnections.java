package dev.gatehouse.control.console;

import dev.gatehouse.api.ConnectionInfo;
import dev.gatehouse.api.CredentialCreated;
import dev.gatehouse.api.CredentialListed;
import java.util.List;
import java.util.Optional;

/// Connections with the credentials that whoever looks may end.
///
/// @param fresh one that was just made: shown this once
/// @param complaint why none was made
public record ShownConnections(
        List<ConnectionInfo> connections,
        List<CredentialListed> credentials,
        Optional<CredentialCreated> fresh,
        Optional<Complaint> complaint) {
    public ShownConnections {
        connections = List.copyOf(connections);
        credentials = List.copyOf(credentials);
    }

    public record Complaint(String connection, String words) {}

    public Optional<CredentialCreated> fresh(ConnectionInfo connection) {
        return fresh.filter(made -> made.connection().equals(connection.name()));
    }

    public Optional<String> complaint(ConnectionInfo connection) {
        return complaint
                .filter(said -> said.connection().equals(connection.name()))
                .map(Complaint::words);
    }

    /// Those that still open something.
    public List<CredentialListed> usable() {
        return credentials.stream()
                .filter(credential -> credential.revoked().isEmpty())
                .toList();
    }

    /// `off`, `up`, `down` or `unknown`, for the eye and for words.
    public static String state(ConnectionInfo connection) {
        if (connection.disabled()) {
            return "off";
        }
        return connection
                .health()
                .map(health -> health.reachable() ? "up" : "down")
                .orElse("unknown");
    }
}
