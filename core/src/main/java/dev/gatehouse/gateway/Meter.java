package dev.gatehouse.gateway;

import dev.gatehouse.gateway.RowBudget.Window;
import dev.gatehouse.model.Identity;
import dev.gatehouse.policy.Approval;
import dev.gatehouse.policy.Verdict;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Watches one answer against the limits that its decision carries. One thread.
final class Meter {
    private final List<Watched> watched = new ArrayList<>();
    private final boolean limited;
    private final RowBudget budget;
    private final Map<String, Long> sessionCounts;
    private final Identity root;
    private final String connection;
    private final InstantSource clock;

    /// One limit in force. A row of an answer costs no look-up and no object.
    private static final class Watched {
        private final Verdict limit;
        private final Approval.Over over;
        private @Nullable Window window;
        private long inStatement;
        private boolean lifted;

        Watched(Verdict limit, Approval.Over over) {
            this.limit = limit;
            this.over = over;
        }
    }

    Meter(
            List<Verdict> limits,
            RowBudget budget,
            Map<String, Long> sessionCounts,
            Identity root,
            String connection,
            InstantSource clock) {
        limited = !limits.isEmpty();
        for (Verdict limit : limits) {
            limit.approval().flatMap(Approval::over).ifPresent(over -> watched.add(new Watched(limit, over)));
        }
        this.budget = budget;
        this.sessionCounts = sessionCounts;
        this.root = root;
        this.connection = connection;
        this.clock = clock;
    }

    /// Counts one row about to be delivered. A limit that it would exceed is put to `people`: their yes lifts that
    /// limit for the rest of this answer, whose rows then do not count any further.
    Optional<Refusal> row(long bytes, Function<Verdict, Optional<Refusal>> people) {
        for (Watched each : watched) {
            if (!each.lifted && count(each, bytes) > each.over.threshold()) {
                var refusal = people.apply(each.limit);
                if (refusal.isPresent()) {
                    return refusal;
                }
                each.lifted = true;
            }
        }
        return Optional.empty();
    }

    boolean limited() {
        return limited;
    }

    private long count(Watched each, long bytes) {
        long amount = switch (each.over.measure()) {
            case BYTES -> bytes;
            // Counting rows as subjects can only be stricter: a row is about one person at most.
            case ROWS, SUBJECTS -> 1;
        };
        return switch (each.over.per().span()) {
            case STATEMENT -> each.inStatement += amount;
            case SESSION -> sessionCounts.merge(each.limit.rule(), amount, Long::sum);
            case WINDOW -> window(each).add(amount, clock.millis());
        };
    }

    private Window window(Watched each) {
        if (each.window == null) {
            each.window = budget.window(each.limit.rule(), root, connection, each.over.per());
        }
        return each.window;
    }
}
