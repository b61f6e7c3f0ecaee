package dev.gatehouse.policy;

import dev.gatehouse.masking.MaskRules;
import dev.gatehouse.masking.MaskTraces;
import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnUse;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Predicate;
import dev.gatehouse.model.SqlFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The rules that hold without being written, and that no configured rule can lift.
///
/// @param masks what is masked for whom: decides which predicates ask about hidden values
/// @param purposes the purposes that may be stated, and what each may read
/// @param traces recognises masked values in what a client writes
public record BuiltIn(MaskRules masks, List<Purpose> purposes, MaskTraces traces) {
    public static final String DEFAULT_DENY = "default-deny";
    public static final String NOT_UNDERSTOOD = "not-understood";
    public static final String PREDICATE_ON_MASKED = "predicate-on-masked";
    public static final String MASK_IN_WRITE = "mask-in-write";
    public static final String WRONG_PURPOSE = "wrong-purpose";
    public static final String MINTS_CREDENTIAL = "mints-credential";
    public static final String GATEWAY_OWN = "gateway-own";

    public BuiltIn {
        purposes = List.copyOf(purposes);
    }

    static Verdict defaultDeny() {
        return Verdict.deny(DEFAULT_DENY, "No rule allows this.");
    }

    Verdict mintsCredential() {
        return Verdict.deny(
                MINTS_CREDENTIAL,
                "This would create a credential that bypasses the gateway. A rule must allow exactly that.");
    }

    /// What the gateway does for itself or owes every client needs no rule.
    Optional<Verdict> ownAccount(Facts facts) {
        return switch (facts.operation()) {
            case Operation.Own _ -> Optional.of(Verdict.allow(GATEWAY_OWN));
            case Operation.OfClient _ -> Optional.empty();
        };
    }

    List<Verdict> refusals(Facts facts) {
        var refusals = new ArrayList<Verdict>();
        switch (facts.operation()) {
            case Operation.Statement statement -> {
                notUnderstood(statement.facts()).ifPresent(refusals::add);
                predicateOnMasked(facts, statement.facts()).ifPresent(refusals::add);
                maskInWrite(statement)
                        .or(() -> maskInCondition(facts, statement))
                        .ifPresent(refusals::add);
                wrongPurpose(facts)
                        .or(() -> uncovered(facts, statement.facts()))
                        .ifPresent(refusals::add);
            }
            case Operation.HttpCall call -> {
                call.facts()
                        .problem()
                        .map(problem -> Verdict.deny(NOT_UNDERSTOOD, problem))
                        .ifPresent(refusals::add);
                maskInCall(call).ifPresent(refusals::add);
                wrongPurpose(facts).ifPresent(refusals::add);
            }
            case Operation.Own _ -> {}
        }
        return refusals;
    }

    private static Optional<Verdict> notUnderstood(SqlFacts sql) {
        return sql.effect() == Effect.UNKNOWN
                ? Optional.of(Verdict.deny(
                        NOT_UNDERSTOOD,
                        sql.problems().isEmpty()
                                ? "This is not understood."
                                : sql.problems().getFirst()))
                : Optional.empty();
    }

    private Optional<Verdict> predicateOnMasked(Facts facts, SqlFacts sql) {
        var allowed = facts.connection().predicates();
        if (allowed == Connection.Predicates.ALLOW) {
            return Optional.empty();
        }
        for (Predicate predicate : sql.predicates()) {
            if (tells(predicate, allowed) && masked(facts, predicate.category())) {
                return Optional.of(Verdict.deny(
                        PREDICATE_ON_MASKED,
                        "The values of " + predicate.column()
                                + " are masked for you, and this condition or order would tell about them. "
                                + (allowed == Connection.Predicates.EQUALITY
                                        ? "Compare with = to a value you know."
                                        : "Leave it out.")));
            }
        }
        return Optional.empty();
    }

    private static boolean tells(Predicate predicate, Connection.Predicates allowed) {
        return switch (predicate.form()) {
            case OTHER -> true;
            case EQUALITY, JOIN -> allowed == Connection.Predicates.REFUSE;
            case NULL_TEST -> false;
        };
    }

    private boolean masked(Facts facts, Category category) {
        return masks.of(facts.who(), facts.connection(), category) != Method.CLEAR;
    }

    private Optional<Verdict> maskInWrite(Operation.Statement statement) {
        return !statement.facts().writes().isEmpty()
                        && statement.literals().stream().anyMatch(literal -> traces.in(literal.utf8()))
                ? Optional.of(Verdict.deny(
                        MASK_IN_WRITE,
                        "This writes a masked value back. Leave that column out, or ask somebody who sees it."))
                : Optional.empty();
    }

    /// A mask that was shown and is now looked for: no row holds it, and an empty answer would mislead.
    private Optional<Verdict> maskInCondition(Facts facts, Operation.Statement statement) {
        return comparesMasked(facts, statement.facts())
                        && statement.literals().stream().anyMatch(literal -> traces.in(literal.utf8()))
                ? Optional.of(Verdict.deny(
                        PREDICATE_ON_MASKED,
                        "This looks for a masked value, which no row holds. Look for the row by its id, or for a value "
                                + "that you know."))
                : Optional.empty();
    }

    private boolean comparesMasked(Facts facts, SqlFacts sql) {
        for (Predicate predicate : sql.predicates()) {
            if (predicate.form() == Predicate.Form.EQUALITY && masked(facts, predicate.category())) {
                return true;
            }
        }
        return false;
    }

    private Optional<Verdict> maskInCall(Operation.HttpCall call) {
        return !call.facts().safe() && call.written().stream().anyMatch(traces::in)
                ? Optional.of(Verdict.deny(
                        MASK_IN_WRITE,
                        "This sends a masked value back. Leave that field out, or ask somebody who sees it."))
                : Optional.empty();
    }

    private Optional<Verdict> wrongPurpose(Facts facts) {
        if (facts.purpose().isEmpty()) {
            return facts.connection().purposeRequired()
                    ? Optional.of(
                            Verdict.deny(WRONG_PURPOSE, "This connection asks for a purpose. State one: " + known()))
                    : Optional.empty();
        }
        var stated = facts.purpose().get();
        return purpose(stated).isPresent()
                ? Optional.empty()
                : Optional.of(Verdict.deny(WRONG_PURPOSE, "The purpose \"" + stated + "\" is not known: " + known()));
    }

    private Optional<Verdict> uncovered(Facts facts, SqlFacts sql) {
        return sql.reads().stream()
                .map(ColumnUse::category)
                .filter(category -> !covers(facts.purpose(), category))
                .findFirst()
                .map(category -> Verdict.deny(
                        WRONG_PURPOSE,
                        "The purpose \"" + facts.purpose().orElse("") + "\" does not cover " + category + "."));
    }

    /// Whether data of `category` may be looked at for the stated purpose; without one, every category may.
    boolean covers(Optional<String> stated, Category category) {
        return stated.isEmpty()
                || !category.personal()
                || purpose(stated.get())
                        .filter(purpose -> purpose.covers(category))
                        .isPresent();
    }

    private Optional<Purpose> purpose(String id) {
        return purposes.stream().filter(purpose -> purpose.id().equals(id)).findFirst();
    }

    private String known() {
        return purposes.isEmpty()
                ? "none is configured."
                : String.join(", ", purposes.stream().map(Purpose::id).toList()) + ".";
    }
}
