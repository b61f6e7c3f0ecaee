package dev.gatehouse.control.identity;

import dev.gatehouse.model.Principal;

/// What became of a token.
public sealed interface Verification {
    /// The token is genuine, for us and in time.
    record Verified(Principal principal) implements Verification {}

    /// It is not.
    ///
    /// @param text for the operator's record, never for the client: it tells which check failed
    record Rejected(Reason reason, String text) implements Verification {}
}
