package dev.gatehouse.control.admin.ports;

import dev.gatehouse.model.Principal;

/// Proves who calls the API.
public interface TokenCheck {
    /// Checks a bearer token; slows down whoever fails often, and refuses an identity that is switched off.
    ///
    /// @param source the address that the caller comes from
    Checked check(String token, String source);

    /// What became of a token.
    sealed interface Checked {
        record Known(Principal principal) implements Checked {}

        /// @param reference what the caller is told to quote, so that the operator finds the reason; may be empty
        record Refused(String reference) implements Checked {}
    }
}
