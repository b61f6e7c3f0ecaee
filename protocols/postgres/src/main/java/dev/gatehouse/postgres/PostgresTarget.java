package dev.gatehouse.postgres;

import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.net.Dialer;
import dev.gatehouse.postgres.target.TargetCredential;
import java.util.List;
import java.util.Optional;

/// A connection's server: where it is, and with which credential each principal is let in there.
///
/// @param database the database's name on the server
/// @param credentials in file order; the first that matches is used
/// @param catalogue the gateway's own, for look-ups
/// @param preview for counting what a statement is about; without one, the requester's own
/// @param tellMasks whether a session is told, once, what is masked
public record PostgresTarget(
        String connection,
        Dialer dialer,
        String database,
        List<Granted> credentials,
        TargetCredential catalogue,
        Optional<TargetCredential> preview,
        Understanding understanding,
        boolean tellMasks) {
    public PostgresTarget {
        credentials = List.copyOf(credentials);
    }

    public record Granted(Selectors who, TargetCredential credential) {}

    Optional<TargetCredential> credential(Principal principal) {
        return credentials.stream()
                .filter(granted -> granted.who().matches(principal))
                .map(Granted::credential)
                .findFirst();
    }
}
