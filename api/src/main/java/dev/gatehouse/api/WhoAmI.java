package dev.gatehouse.api;

import java.time.Instant;
import java.util.List;

/// Who the gateway takes the caller for.
///
/// @param who the identity's id at its issuer
/// @param root the person behind, as `issuer:id`
/// @param roles what the caller may do here: `member`, `approver`, `auditor`, `operator`
/// @param issuers the configured issuers' names; an identity written without one is of the first
/// @param ends when the sign-in ends
public record WhoAmI(
        String who,
        String issuer,
        String kind,
        List<String> groups,
        String root,
        List<String> roles,
        List<String> issuers,
        Instant ends) {
    public WhoAmI {
        groups = List.copyOf(groups);
        roles = List.copyOf(roles);
        issuers = List.copyOf(issuers);
    }
}
