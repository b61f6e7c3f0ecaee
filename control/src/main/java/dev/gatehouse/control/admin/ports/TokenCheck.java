package dev.gatehouse.control.admin.ports;

import dev.gatehouse.api.SignInWay;
import dev.gatehouse.model.Principal;
import java.util.List;

/// Proves who calls the API.
public interface TokenCheck {
    /// Checks a bearer token; slows down whoever fails often, and refuses an identity that is switched off.
    ///
    /// @param source the address that the caller comes from
    Checked check(String token, String source);

    /// The identity providers at which people sign in.
    default List<SignInWay> ways() {
        return List.of();
    }

    /// What became of a token.
    sealed interface Checked {
        record Known(Principal principal) implements Checked {}

        /// @param reference what the caller is told to quote, so that the operator finds the reason; may be empty
        record Refused(String reference) implements Checked {}
    }
}
