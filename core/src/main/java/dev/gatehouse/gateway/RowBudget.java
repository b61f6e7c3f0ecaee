package dev.gatehouse.gateway;

import dev.gatehouse.model.Identity;
import dev.gatehouse.policy.Approval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/// Counts what answers delivered, for limits that span statements: over the root person and the connection, so that
/// asking in pages does not evade a limit. Thread-safe.
public final class RowBudget {
    private record Key(String rule, Identity root, String connection) {}

    private final Map<Key, Window> windows = new HashMap<>();

    /// Adds `amount` to what was delivered in the window and returns the sum.
    synchronized long add(String rule, Identity root, String connection, Approval.Per per, long amount, Instant now) {
        return windows.computeIfAbsent(new Key(rule, root, connection), _ -> new Window())
                .add(amount, now, per.window());
    }

    /// A window that slides in sixty steps.
    private static final class Window {
        private static final int STEPS = 60;

        private final ArrayDeque<Step> steps = new ArrayDeque<>();
        private long total;

        private static final class Step {
            private final Instant start;
            private long count;

            Step(Instant start) {
                this.start = start;
            }
        }

        long add(long amount, Instant now, Duration length) {
            while (!steps.isEmpty() && !now.isBefore(steps.getFirst().start.plus(length))) {
                total -= steps.removeFirst().count;
            }
            if (steps.isEmpty() || !now.isBefore(steps.getLast().start.plus(length.dividedBy(STEPS)))) {
                steps.addLast(new Step(now));
            }
            steps.getLast().count += amount;
            total += amount;
            return total;
        }
    }
}
