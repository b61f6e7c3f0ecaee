package dev.gatehouse.control.identity;

import dev.gatehouse.model.Id;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Gathers refused logins, so that a flood of them is a few lines in the record and not a flood there too.
///
/// Keeps at most [#MOST] different sources and users between two drains; the rest is counted in one line without a
/// source. Safe for many threads.
public final class RefusedLogins {
    static final int MOST = 1000;

    /// References kept per aggregate; further ones are counted only.
    static final int MOST_REFERENCES = 20;

    private static final int HASH_BYTES = 8;
    private static final Key REST = new Key(new Source("(others)"), "");

    private final byte[] hashKey;
    private final InstantSource clock;
    private LinkedHashMap<Key, Tally> tallies = new LinkedHashMap<>();

    /// @param hashKey users are named by a digest under this key, because what was typed may be anything, also a
    /// password
    public RefusedLogins(byte[] hashKey, InstantSource clock) {
        this.hashKey = hashKey.clone();
        this.clock = clock;
    }

    /// The refusals of one user at one source since the last drain.
    ///
    /// @param userHash the same user has the same digest as long as the key is the same
    /// @param reasons how often each reason
    /// @param references those told to clients, the first [#MOST_REFERENCES]
    public record Aggregate(
            Source source,
            String userHash,
            int count,
            Map<String, Integer> reasons,
            List<Id> references,
            Instant first,
            Instant last) {
        public Aggregate {
            reasons = Map.copyOf(reasons);
            references = List.copyOf(references);
        }
    }

    /// @param reason the word on record
    public synchronized void add(String source, String user, String reason, Id reference) {
        var key = new Key(Source.of(source), hash(user));
        boolean room = tallies.containsKey(key) || tallies.size() < MOST;
        tallies.computeIfAbsent(room ? key : REST, _ -> new Tally(clock.instant()))
                .add(reason, reference, clock.instant());
    }

    /// Everything since the last call, the oldest first.
    public synchronized List<Aggregate> drain() {
        List<Aggregate> aggregates = new ArrayList<>();
        tallies.forEach((key, tally) -> aggregates.add(tally.of(key)));
        tallies = new LinkedHashMap<>();
        return aggregates;
    }

    private String hash(String user) {
        byte[] digest = ScramKeys.hmac(hashKey, user.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    }

    private record Key(Source source, String userHash) {}

    private static final class Tally {
        private final Map<String, Integer> reasons = new TreeMap<>();
        private final List<Id> references = new ArrayList<>();
        private final Instant first;
        private Instant last;
        private int count;

        Tally(Instant first) {
            this.first = first;
            this.last = first;
        }

        void add(String reason, Id reference, Instant now) {
            reasons.merge(reason, 1, Integer::sum);
            if (references.size() < MOST_REFERENCES) {
                references.add(reference);
            }
            last = now;
            count++;
        }

        Aggregate of(Key key) {
            return new Aggregate(key.source(), key.userHash(), count, reasons, references, first, last);
        }
    }
}
