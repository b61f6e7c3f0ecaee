package dev.gatehouse.gateway;

import dev.gatehouse.model.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What one person may use of the gateway, counted over the root person: more agents or sessions do not give more.
///
/// Amounts are counted in windows that begin with the first use and end a minute, or an hour, later. Thread-safe.
public final class Quotas {
    static final String OPERATIONS = "limits.operations-per-minute";
    static final String RECORDED = "limits.recorded-bytes";

    private static final int MOST_KEPT = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final long operations;
    private final long recordedBytes;
    private final Map<Identity, Quota> quotas = new HashMap<>();

    /// @param operations that one person may have decided in a minute
    /// @param recordedBytes of contents that may be recorded for one person in an hour
    public Quotas(long operations, long recordedBytes) {
        this.operations = operations;
        this.recordedBytes = recordedBytes;
    }

    /// Quotas that nobody reaches.
    public static Quotas none() {
        return new Quotas(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /// The account of a person, shared by all sessions behind which this person stands.
    synchronized Quota of(Identity root, Instant now) {
        var known = quotas.get(root);
        if (known == null) {
            makeRoom(now);
            known = new Quota();
            quotas.put(root, known);
        }
        return known;
    }

    /// Forgets accounts whose windows are over; a running one is never forgotten, which would refill it.
    private void makeRoom(Instant now) {
        if (quotas.size() >= MOST_KEPT) {
            quotas.values().removeIf(quota -> quota.over(now));
        }
    }

    /// One person's account.
    final class Quota {
        private final Window asked = new Window(MINUTE);
        private final Window recorded = new Window(HOUR);
        private volatile boolean recordedEnough;

        /// Counts one operation; names the quota that forbids it, if one does.
        synchronized Optional<String> operation(Instant now) {
            recordedEnough = recorded.count(0, now) >= recordedBytes;
            if (asked.count(1, now) > operations) {
                return Optional.of(OPERATIONS);
            }
            return recordedEnough ? Optional.of(RECORDED) : Optional.empty();
        }

        /// Counts contents that were recorded.
        synchronized void recorded(long bytes, Instant now) {
            recordedEnough = recorded.count(bytes, now) >= recordedBytes;
        }

        /// Whether so much was recorded that an answer under way must end; as of the last time that something was
        /// counted. A read of memory, for every row.
        boolean recordedEnough() {
            return recordedEnough;
        }

        private synchronized boolean over(Instant now) {
            return asked.over(now) && recorded.over(now);
        }
    }

    private static final class Window {
        private final Duration length;
        private Instant end = Instant.MIN;
        private long count;

        Window(Duration length) {
            this.length = length;
        }

        long count(long more, Instant now) {
            if (over(now)) {
                count = 0;
                end = now.plus(length);
            }
            count += more;
            return count;
        }

        boolean over(Instant now) {
            return !now.isBefore(end);
        }
    }
}
