package dev.gatehouse.api;

import java.time.Instant;
import java.util.Optional;

/// A credential without its secret.
///
/// @param who whom it stands for, as `issuer:id`
/// @param root the person behind, as `issuer:id`
/// @param revoked when it was revoked, if it was
public record CredentialListed(
        String id,
        String who,
        String root,
        String connection,
        Optional<String> purpose,
        Instant created,
        Instant expires,
        Optional<Instant> revoked) {
    /// The same under other names.
    public CredentialListed withPeople(String otherWho, String otherRoot) {
        return new CredentialListed(id, otherWho, otherRoot, connection, purpose, created, expires, revoked);
    }
}
