package dev.gatehouse.control.store;

import dev.gatehouse.model.Slice;
import java.util.Optional;
import java.util.OptionalLong;

/// A row of `credentials`, as stored; not to be believed before its seal is checked.
///
/// @param principal whom it stands for, as JSON
/// @param created seconds since 1970, as are `expires` and `revoked`
public record CredentialRow(
        String id,
        String connection,
        String issuer,
        String who,
        String principal,
        Optional<String> purpose,
        long created,
        long expires,
        OptionalLong revoked,
        int iterations,
        Slice storedKey,
        Slice serverKey,
        Slice seal) {
    public CredentialRow withSeal(Slice other) {
        return new CredentialRow(
                id,
                connection,
                issuer,
                who,
                principal,
                purpose,
                created,
                expires,
                revoked,
                iterations,
                storedKey,
                serverKey,
                other);
    }

    public CredentialRow revokedAt(long second) {
        return new CredentialRow(
                id,
                connection,
                issuer,
                who,
                principal,
                purpose,
                created,
                expires,
                OptionalLong.of(second),
                iterations,
                storedKey,
                serverKey,
                seal);
    }

    /// Names the row without what could help to guess its secret.
    @Override
    public String toString() {
        return "credential " + id + " of " + issuer + ":" + who + " for " + connection;
    }
}
