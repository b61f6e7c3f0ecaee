package dev.gatehouse.control.approvals;

import dev.gatehouse.model.Principal;
import java.util.Optional;

/// Shows whoever decides what an operation would do, before they say yes.
@FunctionalInterface
public interface Previews {
    /// An exchange of its own: decided by the rules of the operation, recorded, attributed to `by`.
    Preview of(Principal by, Request request);

    sealed interface Preview {
        /// @param rows that the operation is about now
        /// @param question how they were counted; empty when the statement itself says it
        record Counted(long rows, Optional<String> question) implements Preview {}

        /// @param because a sentence that says why there is none
        record Declined(String because) implements Preview {}
    }
}
