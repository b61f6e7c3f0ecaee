package dev.gatehouse.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Who asks, as proved at login and fixed for the session.
///
/// @param who the identity rules look at; with an `act` claim the outermost actor (RFC 8693 section 4.1)
/// @param kind what `who` is
/// @param groups groups of `who` at its issuer
/// @param chain from `who` to the token's subject; one element when nobody acts for somebody else
/// @param root the person behind: counts for budgets and for "own request"
/// @param owner the person who answers for an agent or a service
/// @param authTime when the person signed in, or the token was issued
/// @param ends nothing is admitted at or after this time
/// @param purpose why, as bound to the credential or stated at login
public record Principal(
        Identity who,
        Kind kind,
        Set<Group> groups,
        List<Identity> chain,
        Identity root,
        Optional<Identity> owner,
        Instant authTime,
        Instant ends,
        Optional<String> purpose) {
    public Principal {
        groups = Set.copyOf(groups);
        chain = List.copyOf(chain);
        if (chain.isEmpty() || !chain.getFirst().equals(who)) {
            throw new IllegalArgumentException("the chain must begin with who");
        }
    }

    public Principal withPurpose(String stated) {
        return new Principal(who, kind, groups, chain, root, owner, authTime, ends, Optional.of(stated));
    }
}
