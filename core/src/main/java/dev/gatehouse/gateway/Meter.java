package dev.gatehouse.gateway;

import dev.gatehouse.model.Identity;
import dev.gatehouse.policy.Approval;
import dev.gatehouse.policy.Verdict;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Watches one answer against the limits that its decision carries. One thread.
final class Meter {
    private final List<Verdict> limits;
    private final RowBudget budget;
    private final Map<String, Long> sessionCounts;
    private final Identity root;
    private final String connection;
    private final InstantSource clock;
    private final Map<String, Long> statementCounts = new HashMap<>();
    private final Set<String> lifted = new HashSet<>();
    private final Map<String, RowBudget.Window> windows = new HashMap<>();

    Meter(
            List<Verdict> limits,
            RowBudget budget,
            Map<String, Long> sessionCounts,
            Identity root,
            String connection,
            InstantSource clock) {
        this.limits = limits;
        this.budget = budget;
        this.sessionCounts = sessionCounts;
        this.root = root;
        this.connection = connection;
        this.clock = clock;
    }

    /// Counts one row about to be delivered. A limit that it would exceed is put to `people`: their yes lifts that
    /// limit
    /// for the rest of this answer, whose rows then do not count any further.
    Optional<Refusal> row(long bytes, Function<Verdict, Optional<Refusal>> people) {
        for (Verdict limit : limits) {
            var over = limit.approval().flatMap(Approval::over);
            if (over.isPresent()
                    && !lifted.contains(limit.rule())
                    && count(limit.rule(), over.get(), bytes) > over.get().threshold()) {
                var refusal = people.apply(limit);
                if (refusal.isPresent()) {
                    return refusal;
                }
                lifted.add(limit.rule());
            }
        }
        return Optional.empty();
    }

    boolean limited() {
        return !limits.isEmpty();
    }

    private long count(String rule, Approval.Over over, long bytes) {
        long amount = switch (over.measure()) {
            case BYTES -> bytes;
            // Counting rows as subjects can only be stricter: a row is about one person at most.
            case ROWS, SUBJECTS -> 1;
        };
        return switch (over.per().span()) {
            case STATEMENT -> statementCounts.merge(rule, amount, Long::sum);
            case SESSION -> sessionCounts.merge(rule, amount, Long::sum);
            case WINDOW ->
                windows.computeIfAbsent(rule, _ -> budget.window(rule, root, connection, over.per()))
                        .add(amount, clock.millis());
        };
    }
}
