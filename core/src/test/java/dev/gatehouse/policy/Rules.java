package dev.gatehouse.policy;

import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Selectors;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/// Rules for tests, written without a configuration.
public final class Rules {
    private Rules() {}

    public static Rule allow(String id) {
        return rule(id, new Rule.Then.Allow());
    }

    public static Rule deny(String id) {
        return rule(id, new Rule.Then.Deny());
    }

    public static Rule approval(String id) {
        return rule(id, new Rule.Then.NeedsApproval(asking(Optional.empty())));
    }

    public static Rule limit(String id, Approval.Over over) {
        return rule(id, new Rule.Then.NeedsApproval(asking(Optional.of(over))));
    }

    /// At most `threshold` rows in one answer.
    public static Rule rowLimit(String id, long threshold) {
        return limit(id, new Approval.Over(Approval.Measure.ROWS, threshold, Approval.Per.STATEMENT));
    }

    public static Rule shadow(Rule rule) {
        return new Rule(rule.id(), rule.on(), rule.when(), rule.then(), rule.because(), false);
    }

    public static Rule when(Rule rule, Condition condition) {
        return new Rule(rule.id(), rule.on(), condition, rule.then(), rule.because(), rule.enforce());
    }

    public static Rule on(Rule rule, Connection.Pattern connection, Selectors who) {
        return new Rule(
                rule.id(), new Rule.On(connection, who), rule.when(), rule.then(), rule.because(), rule.enforce());
    }

    public static Condition condition(boolean namesMintsCredential, Predicate<Facts> holds) {
        return new Condition() {
            @Override
            public boolean holds(Facts facts) {
                return holds.test(facts);
            }

            @Override
            public boolean namesMintsCredential() {
                return namesMintsCredential;
            }
        };
    }

    private static Approval asking(Optional<Approval.Over> over) {
        return new Approval(
                Selectors.EVERYONE,
                "group:leads",
                1,
                false,
                Duration.ofMinutes(2),
                Duration.ofMinutes(30),
                1,
                over,
                true,
                10,
                false);
    }

    private static Rule rule(String id, Rule.Then then) {
        return new Rule(
                id,
                new Rule.On(Connection.Pattern.ANY, Selectors.EVERYONE),
                Condition.ALWAYS,
                then,
                Optional.of("because of " + id),
                true);
    }
}
