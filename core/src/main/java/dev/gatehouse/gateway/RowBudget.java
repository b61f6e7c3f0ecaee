package dev.gatehouse.gateway;

import dev.gatehouse.gateway.BudgetLedger.Account;
import dev.gatehouse.gateway.BudgetLedger.Used;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Slice;
import dev.gatehouse.policy.Approval;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Counts what answers delivered, for limits that span statements: over the root person and the connection, so that
/// asking in pages does not evade a limit. Thread-safe; one person's counting does not wait for another's.
///
/// What is counted is in the ledger before it may be released, reserved in portions of a fiftieth of the limit: after a
/// restart a person has used at least what was released, and at most a portion more for each step of time.
public final class RowBudget {
    private static final int PORTIONS = 50;

    private final BudgetLedger ledger;
    private final Map<Account, Window> windows = new ConcurrentHashMap<>();

    public RowBudget(BudgetLedger ledger) {
        this.ledger = ledger;
    }

    /// What was delivered to one person under one rule. Keep it: looking it up costs more than counting.
    Window window(String rule, Identity root, String connection, Approval.Over over) {
        var window = windows.computeIfAbsent(
                new Account(rule, root, connection, ""), account -> new Window(ledger, account));
        window.limit(over);
        return window;
    }

    /// A window that slides in sixty steps. Thread-safe; times are milliseconds since 1970.
    static final class Window {
        private static final int STEPS = 60;

        private final BudgetLedger ledger;
        private final Account account;
        private final ArrayDeque<Step> steps = new ArrayDeque<>();
        private final Map<Slice, Step> seen = new HashMap<>();
        private boolean loaded;
        private long total;
        private long length;
        private long threshold;

        private Window(BudgetLedger ledger, Account account) {
            this.ledger = ledger;
            this.account = account;
        }

        private static final class Step {
            private final long start;
            private final Set<Slice> subjects = new HashSet<>(0);
            private long count;
            private long reserved;

            Step(long start) {
                this.start = start;
            }
        }

        /// A rule that was changed since keeps what was counted.
        private synchronized void limit(Approval.Over over) {
            length = over.per().window().toMillis();
            threshold = over.threshold();
        }

        /// Adds `amount` to what was delivered in the window and returns the sum; the largest number when that cannot
        /// be kept, because then it must not be released.
        synchronized long add(long amount, long now) {
            try {
                return add(current(now), amount);
            } catch (RuntimeException notKept) {
                return Long.MAX_VALUE;
            }
        }

        /// The same for one person whom a row is about.
        ///
        /// @param who a keyed hash; empty when it is not known, and then it counts as one more
        synchronized long add(Optional<Slice> who, long now) {
            try {
                var step = current(now);
                if (who.isPresent() && again(who.get(), step)) {
                    return total;
                }
                if (who.isPresent() && seen.size() < Math.min(threshold, Counts.MOST_SUBJECTS)) {
                    seen.put(who.get(), step);
                    step.subjects.add(who.get());
                }
                return add(step, 1);
            } catch (RuntimeException notKept) {
                return Long.MAX_VALUE;
            }
        }

        private long add(Step step, long amount) {
            step.count += amount;
            total += amount;
            if (step.count > step.reserved) {
                reserve(step);
            }
            return total;
        }

        private void reserve(Step step) {
            long reserved = step.count + threshold / PORTIONS;
            ledger.keep(
                    account,
                    new Used(Instant.ofEpochMilli(step.start), Instant.ofEpochMilli(step.start + length), reserved));
            step.reserved = reserved;
        }

        private Step current(long now) {
            load();
            while (!steps.isEmpty() && now - steps.getFirst().start >= length) {
                var old = steps.removeFirst();
                total -= old.count;
                old.subjects.forEach(seen::remove);
            }
            if (steps.isEmpty() || now - steps.getLast().start >= length / STEPS) {
                steps.addLast(new Step(now));
            }
            return steps.getLast();
        }

        private void load() {
            if (!loaded) {
                for (Used used : ledger.used(account)) {
                    var step = new Step(used.start().toEpochMilli());
                    step.count = used.amount();
                    step.reserved = used.amount();
                    total += used.amount();
                    steps.addLast(step);
                }
                loaded = true;
            }
        }

        /// Whether this person was counted within the window; if so, from now on in the newest step.
        private boolean again(Slice who, Step newest) {
            var before = seen.get(who);
            if (before == null) {
                return false;
            }
            if (before.start != newest.start) {
                before.subjects.remove(who);
                before.count--;
                newest.subjects.add(who);
                newest.count++;
                seen.put(who, newest);
            }
            return true;
        }
    }
}
