package dev.gatehouse.control.identity;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Principal;
import java.time.Instant;
import java.util.Optional;

/// A short-lived credential that the gateway made: whom it stands for, where, how long. Its secret is known to nobody
/// here.
///
/// @param id public; part of the user name that selects it
/// @param principal a session with it is this principal, with its end and purpose
public record Credential(Id id, Principal principal, String connection, Instant created, Optional<Instant> revoked) {
    public Instant expires() {
        return principal.ends();
    }

    /// The user name to log in with by SCRAM.
    public String user() {
        return new LoginName(principal.who().id(), Optional.of(id)).toString();
    }
}
