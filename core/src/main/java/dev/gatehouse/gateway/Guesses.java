package dev.gatehouse.gateway;

import dev.gatehouse.masking.MaskRules;
import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Predicate;
import dev.gatehouse.policy.BuiltIn;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.policy.Facts;
import dev.gatehouse.policy.Verdict;
import java.util.ArrayList;
import java.util.Optional;

/// Holds equality conditions on masked columns to their budget: the part of `predicate-on-masked` that counts.
public record Guesses(GuessBudget budget) {

    /// `decision`, or a denial when it would let somebody guess too often.
    Decision within(Facts facts, Decision decision, MaskRules masks) {
        if (decision instanceof Decision.Deny
                || !(facts.operation() instanceof Operation.Statement statement)
                || facts.connection().predicates() == Connection.Predicates.ALLOW) {
            return decision;
        }
        for (Predicate predicate : statement.facts().predicates()) {
            if (predicate.form() == Predicate.Form.EQUALITY
                    && masked(facts, predicate, masks)
                    && !spend(facts, statement, predicate)) {
                return denied(decision, predicate);
            }
        }
        return decision;
    }

    private static boolean masked(Facts facts, Predicate predicate, MaskRules masks) {
        return masks.of(facts.who(), facts.connection(), predicate.category()) != Method.CLEAR;
    }

    private boolean spend(Facts facts, Operation.Statement statement, Predicate predicate) {
        return budget.spend(
                facts.who().root(), facts.connection().name(), predicate.column(), statement.literals(), facts.now());
    }

    private static Decision denied(Decision decision, Predicate predicate) {
        var verdict = new Verdict(
                BuiltIn.PREDICATE_ON_MASKED,
                Verdict.Vote.DENY,
                false,
                Optional.of("Too many different values of " + predicate.column()
                        + ", which is masked for you, were asked about within an hour."),
                Optional.empty());
        var verdicts = new ArrayList<>(decision.verdicts());
        verdicts.addFirst(verdict);
        return new Decision.Deny(verdicts, verdict);
    }
}
