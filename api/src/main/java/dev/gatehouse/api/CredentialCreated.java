package dev.gatehouse.api;

import java.time.Instant;

/// A credential that was just made. The only message that carries its secret.
///
/// @param user what a client gives as user name; names the credential, so that its secret is proved by SCRAM
/// @param secret what a client gives as password; shown once
/// @param host where clients of the connection connect
public record CredentialCreated(
        String id, String connection, String type, String user, String secret, Instant expires, String host, int port) {
    @Override
    public String toString() {
        return "CredentialCreated[" + id + ", secret not shown]";
    }
}
