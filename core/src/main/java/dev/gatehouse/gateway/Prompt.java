package dev.gatehouse.gateway;

import dev.gatehouse.model.Id;
import java.io.IOException;

/// A protocol's own words for asking a client to prove itself.
public interface Prompt {
    /// Asks for a password in clear; only called on an encrypted wire. The caller wipes the answer.
    char[] password() throws IOException;

    /// Whether the client names a user beside its secret. A bearer token says itself whose it is.
    default boolean named() {
        return true;
    }

    /// Runs SCRAM-SHA-256 and says whether the client knew the secret.
    boolean scram(Authenticator.ScramSecret secret) throws IOException;

    /// A minted credential named in the user name, as in `ada@example.com/01arz3ndektsv4rrffq69g5fav`.
    record Credential(String user, Id id) {}
}
