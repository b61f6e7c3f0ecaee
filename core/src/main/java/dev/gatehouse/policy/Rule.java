package dev.gatehouse.policy;

import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Selectors;
import java.util.Optional;

/// One configured rule.
///
/// @param on which connections and whom it concerns
/// @param because the sentence a refused client reads
/// @param enforce false runs the rule in shadow: its verdict is recorded and counts for nothing
public record Rule(String id, On on, Condition when, Then then, Optional<String> because, boolean enforce) {
    public record On(Connection.Pattern connection, Selectors who) {
        boolean concerns(Facts facts) {
            return connection.matches(facts.connection()) && who.matches(facts.who());
        }
    }

    /// What the rule votes when it matches.
    public sealed interface Then {
        record Allow() implements Then {}

        record Deny() implements Then {}

        record NeedsApproval(Approval approval) implements Then {}
    }
}
