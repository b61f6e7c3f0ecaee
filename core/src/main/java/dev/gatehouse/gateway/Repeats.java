package dev.gatehouse.gateway;

import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.policy.Facts;
import dev.gatehouse.policy.Policy;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What follows from the meaning of a statement for one session under one load of the rules: it is worked out once, and
/// a session that sends the same again looks it up.
///
/// Who asks, the connection, purpose and source are the same as long as session and rules are; what a statement was
/// understood to do counts by identity, which the memory of the analysis keeps for statements that mean the same.
/// Values of constants and parameters are no part of it, and neither is the time. Safe for any thread.
final class Repeats {
    private static final int MOST = 256;

    private final IdentityHashMap<SqlFacts, Repeat> known = new IdentityHashMap<>();
    private @Nullable InForce under;

    /// @param rules what `facts` were made with
    @SuppressWarnings("ReferenceEquality") // a load of the rules is itself and no other
    synchronized Repeat of(Operation.Statement statement, Facts facts, InForce rules) {
        if (under != rules || known.size() >= MOST) {
            known.clear();
            under = rules;
        }
        var repeat = known.get(statement.facts());
        if (repeat == null || repeat.outputs != statement.outputs()) {
            repeat = new Repeat(statement, facts, rules);
            known.put(statement.facts(), repeat);
        }
        return repeat;
    }

    /// One meaning. Thread-safe.
    static final class Repeat {
        private final Policy policy;
        private final List<List<OutputColumn>> outputs;
        private final List<List<ColumnMask>> masks;
        private final boolean hidesWords;
        private volatile Optional<Policy.Votes> lasting = Optional.empty();

        private Repeat(Operation.Statement statement, Facts facts, InForce rules) {
            policy = rules.policy();
            outputs = statement.outputs();
            masks = Masks.of(statement, facts.who(), facts.connection(), rules);
            hidesWords = Masks.hideWords(statement, facts.who(), facts.connection(), rules.masks());
        }

        /// How the rules vote on it now.
        Policy.Votes votes(Facts now) {
            var known = lasting;
            if (known.isPresent()) {
                return known.get();
            }
            var votes = policy.votes(now);
            if (votes.lasting()) {
                lasting = Optional.of(votes);
            }
            return votes;
        }

        /// How the columns of each statement's answer are shown.
        List<List<ColumnMask>> masks() {
            return masks;
        }

        /// Whether it touches any value that this principal may not see in clear.
        boolean hidesWords() {
            return hidesWords;
        }
    }
}
