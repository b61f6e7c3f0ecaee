package dev.gatehouse.control.admin.ports;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Makes, finds and revokes short-lived credentials. Whose they are is checked by the caller.
public interface Credentials {
    /// Makes a credential with which `asking` can open `connection`.
    ///
    /// @param life how long; may be cut
    Minting mint(Principal asking, String connection, Optional<Duration> life, Optional<String> purpose);

    /// All that have not expired, the newest first.
    List<Credential> allCredentials();

    Optional<Credential> find(Id id);

    /// Ends a credential at once, and with it the sessions that were opened with it.
    void revoke(Id id);

    /// @param who whom it stands for
    /// @param root the person behind
    record Credential(
            Id id,
            Identity who,
            Identity root,
            String connection,
            Optional<String> purpose,
            Instant created,
            Instant expires,
            Optional<Instant> revoked) {}

    /// What became of the wish for a credential.
    sealed interface Minting {
        /// @param user the user name that selects it
        record Minted(Credential credential, String user, String secret) implements Minting {
            @Override
            public String toString() {
                return "Minted[" + credential.id() + ", secret not shown]";
            }
        }

        /// @param because says what to do
        record Refused(String because) implements Minting {}
    }
}
