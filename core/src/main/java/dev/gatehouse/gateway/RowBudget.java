package dev.gatehouse.gateway;

import dev.gatehouse.model.Identity;
import dev.gatehouse.policy.Approval;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;

/// Counts what answers delivered, for limits that span statements: over the root person and the connection, so that
/// asking in pages does not evade a limit. Thread-safe.
public final class RowBudget {
    private record Key(String rule, Identity root, String connection) {}

    private final Map<Key, Window> windows = new HashMap<>();

    /// What was delivered to one person under one rule. Keep it: looking it up costs more than counting.
    synchronized Window window(String rule, Identity root, String connection, Approval.Per per) {
        var window = windows.computeIfAbsent(new Key(rule, root, connection), _ -> new Window());
        window.length(per.window());
        return window;
    }

    /// A window that slides in sixty steps. Thread-safe.
    static final class Window {
        private static final int STEPS = 60;

        private final ArrayDeque<Step> steps = new ArrayDeque<>();
        private long total;
        private long length;

        private static final class Step {
            private final long start;
            private long count;

            Step(long start) {
                this.start = start;
            }
        }

        /// A rule that was changed since keeps what was counted.
        private synchronized void length(Duration now) {
            length = now.toMillis();
        }

        /// Adds `amount` to what was delivered in the window and returns the sum.
        ///
        /// @param now milliseconds since 1970
        synchronized long add(long amount, long now) {
            while (!steps.isEmpty() && now - steps.getFirst().start >= length) {
                total -= steps.removeFirst().count;
            }
            if (steps.isEmpty() || now - steps.getLast().start >= length / STEPS) {
                steps.addLast(new Step(now));
            }
            steps.getLast().count += amount;
            total += amount;
            return total;
        }
    }
}
