package dev.gatehouse.server;

import dev.gatehouse.control.approvals.Ask;
import dev.gatehouse.control.approvals.Foresight;
import dev.gatehouse.control.approvals.Wish;
import dev.gatehouse.gateway.CurrentRules;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Slice;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.policy.Decision;
import dev.gatehouse.policy.Facts;
import dev.gatehouse.policy.Verdict;
import dev.gatehouse.postgres.FreshSessions;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the rules in force would ask of people. Thread-safe.
final class Foreseeing implements Foresight {
    private static final String NOWHERE = "0.0.0.0";

    private final CurrentRules rules;
    private final FreshSessions sessions;
    private final InstantSource clock;

    Foreseeing(CurrentRules rules, FreshSessions sessions, InstantSource clock) {
        this.rules = rules;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Foreseen statement(Principal who, String connection, String sql) {
        try {
            var understood = sessions.understood(who, connection, Slice.utf8(sql));
            if (understood.isEmpty()) {
                return new Foreseen.Needless("The database behind " + connection + " cannot be asked right now.");
            }
            if (understood.get().syntaxError().isPresent()) {
                return new Foreseen.Needless("It would not run: "
                        + understood.get().syntaxError().get().message() + ".");
            }
            var statement = understood.get().statement();
            return switch (decide(who, connection, statement)) {
                case Decision.Deny deny -> denied(deny);
                case Decision.Allow _ -> new Foreseen.Needless("Nobody needs to approve this: just run it.");
                case Decision.Hold hold ->
                    new Foreseen.Asked(Optional.of(Wish.Text.of(statement)), Ask.of(hold.asking()));
            };
        } catch (IOException unreachable) {
            return new Foreseen.Needless("The database behind " + connection + " cannot be asked right now.");
        }
    }

    @Override
    public Foreseen window(Principal who, String connection, Set<Effect> effects) {
        var asks = new ArrayList<Ask>();
        for (Effect effect : effects) {
            var decision = decide(who, connection, ordinary(effect));
            if (decision instanceof Decision.Hold hold) {
                Ask.of(hold.asking()).stream()
                        .filter(ask -> !asks.contains(ask))
                        .forEach(asks::add);
            }
        }
        return asks.isEmpty()
                ? new Foreseen.Needless("No rule asks anybody about that on " + connection
                        + " for you: it is allowed or denied as it is. Try: gatehouse explain.")
                : new Foreseen.Asked(Optional.empty(), asks);
    }

    /// A denial is the answer to the statement, and words for whoever asked.
    private static Foreseen denied(Decision.Deny deny) {
        Verdict refusing = deny.refusing();
        return new Foreseen.Needless("Nobody can approve this, rule " + refusing.rule() + " denies it"
                + refusing.because().map(because -> ": " + because).orElse("."));
    }

    private Decision decide(Principal who, String connection, Operation operation) {
        var inForce = rules.get();
        var facts = new Facts(
                who, inForce.connection(connection).orElseThrow(), operation, who.purpose(), clock.instant(), NOWHERE);
        return inForce.policy().decide(facts);
    }

    /// A statement of which nothing is known but that it acts in such a way, and on chosen rows.
    private static Operation.Statement ordinary(Effect effect) {
        var facts = new SqlFacts(
                effect, Set.of(), List.of(), List.of(), Set.of(), Set.of(), true, -1, 1, List.of(), false, List.of());
        return new Operation.Statement(Slice.EMPTY, "", List.of(), facts, List.of(), Slice.EMPTY);
    }
}
