package dev.gatehouse.gateway;

import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Slice;
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

    private record Asked(Instant since, Set<Slice> values) {}

    private final int distinctValues;
    private final Map<Key, Asked> asked = new LinkedHashMap<>();

    public GuessBudget(int distinctValues) {
        this.distinctValues = distinctValues;
    }

    /// Counts `values` against the budget, all or none of them; false when that would exceed it.
    synchronized boolean spend(Identity root, String connection, ColumnName column, List<Slice> values, Instant now) {
        var key = new Key(root, connection, column);
        var sofar = asked.get(key);
        if (sofar == null || !now.isBefore(sofar.since().plus(WINDOW))) {
            makeRoom(now);
            sofar = new Asked(now, new HashSet<>());
            asked.put(key, sofar);
        }
        var fresh = new HashSet<>(values);
        fresh.removeAll(sofar.values());
        if (sofar.values().size() + fresh.size() > distinctValues) {
            return false;
        }
        sofar.values().addAll(fresh);
        return true;
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
