package dev.gatehouse.approval;

import dev.gatehouse.policy.Decision;
import dev.gatehouse.policy.Facts;

/// Asks the people whom rules name, and waits for their answer.
@FunctionalInterface
public interface Approvals {
    /// Blocks until everybody asked has answered, or the hold is over.
    Answer ask(Facts facts, Decision.Hold hold);

    /// What people said.
    sealed interface Answer {
        record Granted() implements Answer {}

        /// @param because what the client is told
        /// @param hint what it can do
        record Refused(String because, String hint) implements Answer {}
    }
}
