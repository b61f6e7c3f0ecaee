package dev.gatehouse.gateway;

import dev.gatehouse.gateway.BudgetLedger.Account;
import dev.gatehouse.gateway.BudgetLedger.Used;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Slice;
import dev.gatehouse.policy.BuiltIn;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How many different values a person may ask a masked column about by equality, per hour. Without it, a list of
/// likely values would unmask the column one yes at a time.
///
/// Asking again about the same value costs nothing. Every constant of the statement counts, so the budget can only be
/// stricter than the truth. Thread-safe.
public final class GuessBudget {
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_KEYS = 100_000;

    private record Key(Identity root, String connection, ColumnName column) {}

    /// @param before values that were asked about before a restart, of which only the number is known
    private record Asked(Instant since, Set<Slice> values, int before) {
        int number() {
            return values.size() + before;
        }
    }

    private final int distinctValues;
    private final BudgetLedger ledger;
    private final Map<Key, Asked> asked = new LinkedHashMap<>();

    public GuessBudget(int distinctValues, BudgetLedger ledger) {
        this.distinctValues = distinctValues;
        this.ledger = ledger;
    }

    /// Counts `values` against the budget, all or none of them; false when that would exceed it.
    synchronized boolean spend(Identity root, String connection, ColumnName column, List<Slice> values, Instant now) {
        var key = new Key(root, connection, column);
        var sofar = asked.get(key);
        if (sofar == null || !now.isBefore(sofar.since().plus(WINDOW))) {
            makeRoom(now);
            sofar = sofar == null ? kept(key, now) : new Asked(now, new HashSet<>(), 0);
            asked.put(key, sofar);
        }
        var fresh = new HashSet<>(values);
        fresh.removeAll(sofar.values());
        if (sofar.number() + fresh.size() > distinctValues || !kept(key, sofar, fresh.size())) {
            return false;
        }
        sofar.values().addAll(fresh);
        return true;
    }

    private Asked kept(Key key, Instant now) {
        try {
            return ledger.used(account(key)).stream()
                    .filter(used -> now.isBefore(used.end()))
                    .reduce((_, last) -> last)
                    .map(used ->
                            new Asked(used.start(), new HashSet<>(), (int) Math.min(used.amount(), distinctValues)))
                    .orElseGet(() -> new Asked(now, new HashSet<>(), 0));
        } catch (RuntimeException notKnown) {
            // What was asked about before is not known, so nothing more may be.
            return new Asked(now, new HashSet<>(), distinctValues);
        }
    }

    /// Whether it is kept that so many more were asked about; what cannot be kept must not be asked.
    private boolean kept(Key key, Asked sofar, int fresh) {
        if (fresh == 0) {
            return true;
        }
        try {
            ledger.keep(account(key), new Used(sofar.since(), sofar.since().plus(WINDOW), sofar.number() + fresh));
            return true;
        } catch (RuntimeException notKept) {
            return false;
        }
    }

    private static Account account(Key key) {
        return new Account(
                BuiltIn.PREDICATE_ON_MASKED,
                key.root(),
                key.connection(),
                key.column().toString());
    }

    /// Drops what has run out. Live budgets are never dropped: forgetting one would refill it.
    private void makeRoom(Instant now) {
        if (asked.size() >= MOST_KEYS) {
            Map<Key, Asked> live = new HashMap<>();
            asked.forEach((key, value) -> {
                if (now.isBefore(value.since().plus(WINDOW))) {
                    live.put(key, value);
                }
            });
            asked.clear();
            asked.putAll(live);
        }
    }
}
