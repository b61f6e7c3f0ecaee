package dev.gatehouse.gateway;

import dev.gatehouse.model.Identity;
import dev.gatehouse.policy.Approval;
import dev.gatehouse.policy.Verdict;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Watches one answer against the limits that its decision carries. One thread.
final class Meter {
    private final List<Verdict> limits;
    private final RowBudget budget;
    private final Map<String, Long> sessionCounts;
    private final Identity root;
    private final String connection;
    private final InstantSource clock;
    private final Map<String, Long> statementCounts = new HashMap<>();

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

    /// Counts one row about to be delivered; the limit it would exceed, if any.
    Optional<Verdict> row(long bytes) {
        for (Verdict limit : limits) {
            var over = limit.approval().flatMap(Approval::over);
            if (over.isPresent()
                    && count(limit.rule(), over.get(), bytes) > over.get().threshold()) {
                return Optional.of(limit);
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
            case WINDOW -> budget.add(rule, root, connection, over.per(), amount, clock.instant());
        };
    }
}
