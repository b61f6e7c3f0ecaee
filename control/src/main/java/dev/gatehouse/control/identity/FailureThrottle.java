package dev.gatehouse.control.identity;

import dev.gatehouse.gateway.LoginThrottle;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Slows logins after failures, counted per source and user together, and more generously per source alone.
///
/// The first few failures cost nothing, then each doubles the time until the next attempt is looked at; of attempts
/// made
/// at once one is, so that many connections are no faster than one. Attempts that are not looked at change nothing, so
/// hammering does not lock anybody out for longer. A user who logged in lately from a source does not wait for others'
/// failures there. What did not fail for [#FORGOTTEN] is forgotten. Remembers at most [#MOST] pairs and as many
/// sources,
/// dropping the longest untouched. Safe for many threads.
public final class FailureThrottle implements LoginThrottle {
    static final Duration FORGOTTEN = Duration.ofMinutes(15);
    static final int MOST = 10_000;

    private static final int LONGEST_USER = 256;

    private final InstantSource clock;
    private final Failures pairs = new Failures(3, Duration.ofMillis(500), Duration.ofSeconds(30));
    private final Failures sources = new Failures(30, Duration.ofMillis(100), Duration.ofSeconds(2));
    private final LinkedHashMap<Pair, Instant> welcome = new LinkedHashMap<>(16, 0.75f, true);

    public FailureThrottle(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Duration> delay(String source, String user) {
        Instant now = clock.instant();
        var pair = Pair.of(source, user);
        Duration own = pairs.wait(pair, now);
        Duration wide = welcome.containsKey(pair) ? Duration.ZERO : sources.wait(pair.source(), now);
        Duration wait = own.compareTo(wide) > 0 ? own : wide;
        if (wait.isPositive()) {
            return Optional.of(wait);
        }
        pairs.take(pair, now);
        sources.take(pair.source(), now);
        return Optional.empty();
    }

    @Override
    public synchronized void failed(String source, String user) {
        Instant now = clock.instant();
        var pair = Pair.of(source, user);
        pairs.add(pair, now);
        sources.add(pair.source(), now);
    }

    @Override
    public synchronized void succeeded(String source, String user) {
        var pair = Pair.of(source, user);
        pairs.entries.remove(pair);
        welcome.put(pair, clock.instant());
        bound(welcome);
    }

    synchronized int remembered() {
        return pairs.entries.size() + sources.entries.size() + welcome.size();
    }

    private static void bound(SequencedMap<?, ?> map) {
        if (map.size() > MOST) {
            map.pollFirstEntry();
        }
    }

    /// A user as named at a source; only the beginning of a name too long to be one, since anybody may send any.
    private record Pair(Source source, String user) {
        static Pair of(String source, String user) {
            return new Pair(Source.of(source), user.substring(0, Math.min(user.length(), LONGEST_USER)));
        }
    }

    /// @param last when it failed last
    /// @param next no attempt is looked at earlier
    private record Entry(int count, Instant last, Instant next) {}

    /// Failures under one kind of key.
    private static final class Failures {
        private final int free;
        private final Duration first;
        private final Duration longest;
        private final LinkedHashMap<Object, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

        Failures(int free, Duration first, Duration longest) {
            this.free = free;
            this.first = first;
            this.longest = longest;
        }

        Duration wait(Object key, Instant now) {
            Entry entry = live(key, now);
            return entry == null || !entry.next().isAfter(now) ? Duration.ZERO : Duration.between(now, entry.next());
        }

        /// Takes the place of the one attempt that is looked at now.
        void take(Object key, Instant now) {
            Entry entry = live(key, now);
            if (entry != null && entry.count() > free) {
                entries.put(key, new Entry(entry.count(), entry.last(), now.plus(spacing(entry.count()))));
            }
        }

        void add(Object key, Instant now) {
            Entry old = live(key, now);
            int count = old == null ? 1 : old.count() + 1;
            Instant earliest = count <= free ? now : now.plus(spacing(count));
            Instant next = old != null && old.next().isAfter(earliest) ? old.next() : earliest;
            entries.put(key, new Entry(count, now, next));
            bound(entries);
        }

        private @Nullable Entry live(Object key, Instant now) {
            Entry entry = entries.get(key);
            if (entry != null && !now.isBefore(entry.last().plus(FORGOTTEN))) {
                entries.remove(key);
                return null;
            }
            return entry;
        }

        private Duration spacing(int count) {
            Duration doubled = first.multipliedBy(1L << Math.clamp(count - free - 1, 0, 10));
            return doubled.compareTo(longest) < 0 ? doubled : longest;
        }
    }
}
