package dev.gatehouse.gateway;

import dev.gatehouse.gateway.Repeats.Repeat;
import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Principal;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.policy.Facts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How what one session asks is decided under the rules in force: the session must be open, its person within quota,
/// and then the rules vote. Any thread.
final class Rulings {
    private final Principal principal;
    private final LoginRequest login;
    private final Shared shared;
    private final SessionEnd end;
    private final Quotas.Quota quota;
    private final Standing standing;
    private final Repeats repeats = new Repeats();

    /// @param standing asked again whenever people have let something go on
    Rulings(
            Principal principal,
            LoginRequest login,
            Shared shared,
            SessionEnd end,
            Quotas.Quota quota,
            Standing standing) {
        this.principal = principal;
        this.login = login;
        this.shared = shared;
        this.end = end;
        this.quota = quota;
        this.standing = standing;
    }

    /// The connection as it is configured now.
    Connection connection() {
        return shared.inForce().get().connection(login.connection()).orElse(Shared.GONE);
    }

    /// Takes up `operation` under the rules in force now.
    Ruling on(Operation operation) {
        var rules = shared.inForce().get();
        var facts = new Facts(
                principal,
                rules.connection(login.connection()).orElse(Shared.GONE),
                operation,
                principal.purpose(),
                shared.clock().instant(),
                login.source());
        return new Ruling(
                facts,
                rules,
                switch (operation) {
                    case Operation.HttpCall _, Operation.Own _ -> null;
                    case Operation.Statement statement -> repeats.of(statement, facts, rules);
                });
    }

    /// One operation under one load of the rules. One thread.
    final class Ruling {
        private final Facts facts;
        private final InForce rules;
        private final @Nullable Repeat repeat;

        private Ruling(Facts facts, InForce rules, @Nullable Repeat repeat) {
            this.facts = facts;
            this.rules = rules;
            this.repeat = repeat;
        }

        Facts facts() {
            return facts;
        }

        Decision decide() {
            return closed().or(this::overQuota).orElseGet(() -> shared.guesses().within(facts, voted(), rules.masks()));
        }

        /// After people have answered: meanwhile the person may have been switched off, or the credential revoked.
        Decision decideAgain() {
            return standing.lost().<Decision>map(SessionEnd::deny).orElseGet(this::decide);
        }

        /// Without quota and guesses: what is only prepared shows nothing.
        Decision decidePreparation() {
            return closed().orElseGet(this::voted);
        }

        /// How the columns of each statement's answer are shown.
        List<List<ColumnMask>> masks() {
            return repeat != null ? repeat.masks() : Masks.of(facts.operation(), principal, facts.connection(), rules);
        }

        boolean hidesWords() {
            return repeat != null && repeat.hidesWords();
        }

        private Decision voted() {
            return repeat != null
                    ? rules.policy().decide(facts, repeat.votes(facts))
                    : rules.policy().decide(facts);
        }

        /// A denial when nothing is decided any more: the session is over, or a reload has taken the connection away.
        private Optional<Decision> closed() {
            return end.decision(principal, facts.now())
                    .<Decision>map(over -> over)
                    .or(() -> switch (facts.operation()) {
                        case Operation.Own _ -> Optional.empty();
                        case Operation.OfClient _ ->
                            facts.connection().access().matches(principal)
                                    ? Optional.empty()
                                    : Optional.of(SessionEnd.outsideAccess());
                    });
        }

        /// A denial when the person behind the session has used up a quota.
        private Optional<Decision> overQuota() {
            return switch (facts.operation()) {
                case Operation.Own _ -> Optional.empty();
                case Operation.OfClient _ ->
                    quota.operation(facts.now()).map(limit -> {
                        var verdict = Refusals.quota(limit);
                        return new Decision.Deny(List.of(verdict), verdict);
                    });
            };
        }
    }
}
