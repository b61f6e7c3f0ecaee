package dev.gatehouse.control.identity;

import dev.gatehouse.model.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An identity provider whose tokens are believed, and how far.
///
/// @param name the configured name; identities and groups belong to it
/// @param issuerUrl what `iss` must say, character for character
/// @param audience what `aud` must contain
/// @param subjectClaims the first one present in a token is the identity's id; `email` counts only while
///     `email_verified` does not say false
/// @param groupsClaim the claim with the names of groups: a list of texts, or one text
public record Issuer(
        String name,
        String issuerUrl,
        String audience,
        List<String> subjectClaims,
        String groupsClaim,
        KindClaim kind,
        OwnerClaim owner,
        Set<Assertion> mayAssert,
        KeySource keys) {
    public Issuer {
        subjectClaims = List.copyOf(subjectClaims);
        mayAssert = Set.copyOf(mayAssert);
        if (subjectClaims.isEmpty()) {
            throw new IllegalArgumentException("issuer " + name + " needs at least one subject claim");
        }
    }

    boolean may(Assertion assertion) {
        return mayAssert.contains(assertion);
    }

    /// Which claim says what kind of being a token is about, and what is assumed without it.
    public record KindClaim(Optional<String> claim, Kind otherwise) {}

    /// Who answers for an agent or a service: a claim of the token, or the operator's own table from id to owner.
    public record OwnerClaim(Optional<String> claim, Map<String, String> of) {
        public OwnerClaim {
            of = Map.copyOf(of);
        }
    }

    /// What an issuer may say beyond who somebody is. A token that says more than its issuer may is refused.
    public enum Assertion {
        ACT,
        KIND
    }
}
