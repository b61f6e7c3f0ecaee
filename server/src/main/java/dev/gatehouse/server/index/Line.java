package dev.gatehouse.server.index;

import dev.gatehouse.model.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// One session as lists show it, without who it was. For one thread: whoever holds the index.
public final class Line {
    final Id session;
    Instant started;
    String connection = "";
    Optional<Instant> ended = Optional.empty();
    String reason = "";
    long asked;
    long denied;
    long bytes;
    int verdicts;
    long[] names = {};
    int[] bundles = new int[1];
    int inBundles;
    Set<String> categories = Set.of();
    NavigableMap<Long, Cell> cells = Collections.emptyNavigableMap();
    /// While it is open: what each shape of statements shows, as category and whether it is shown as it is.
    Map<Long, Map<String, Boolean>> shapes = Map.of();
    /// While it is open: the shape of each operation that has not been decided.
    Map<Id, Long> undecided = Map.of();

    Line(Id session, Instant started) {
        this.session = session;
        this.started = started;
    }

    public Id session() {
        return session;
    }

    public Instant started() {
        return started;
    }

    public String connection() {
        return connection;
    }

    public Optional<Instant> ended() {
        return ended;
    }

    public Optional<String> reason() {
        return Optional.of(reason).filter(word -> !word.isEmpty());
    }

    public long asked() {
        return asked;
    }

    public long denied() {
        return denied;
    }

    public long bytes() {
        return bytes;
    }

    public boolean decided(String verdict) {
        return (verdicts & bit(verdict)) != 0;
    }

    public boolean showed(String category) {
        return categories.contains(category);
    }

    /// Whether somebody of this blinded name connected, or stands behind whoever did.
    public boolean named(long blinded) {
        return Arrays.stream(names).anyMatch(name -> name == blinded);
    }

    /// The bundles of the log that its entries lie in.
    public BitSet bundles() {
        var bits = new BitSet();
        for (int i = 0; i < inBundles; i++) {
            bits.set(bundles[i]);
        }
        return bits;
    }

    /// The bundle of its first entry.
    public int firstBundle() {
        return bundles[0];
    }

    void in(int bundle) {
        if (inBundles > 0 && bundles[inBundles - 1] == bundle) {
            return;
        }
        if (inBundles == bundles.length) {
            bundles = Arrays.copyOf(bundles, inBundles * 2);
        }
        bundles[inBundles++] = bundle;
    }

    static int bit(String verdict) {
        return switch (verdict) {
            case "allow" -> 1;
            case "hold" -> 2;
            default -> 4;
        };
    }

    /// By the second at which each begins.
    public NavigableMap<Long, Cell> cells() {
        return cells;
    }

    void over(Instant at, String word) {
        ended = Optional.of(at);
        reason = word;
        shapes = Map.of();
        undecided = Map.of();
    }

    void shows(long shape, Map<String, Boolean> shown) {
        if (shapes.isEmpty()) {
            shapes = new HashMap<>();
        }
        shapes.put(shape, Map.copyOf(shown));
        if (!categories.containsAll(shown.keySet())) {
            var more = new TreeSet<>(categories);
            more.addAll(shown.keySet());
            categories = Set.copyOf(more);
        }
    }

    void asked(Id operation, long shape) {
        if (undecided.isEmpty()) {
            undecided = new HashMap<>();
        }
        undecided.put(operation, shape);
    }

    Optional<Long> decided(Id operation) {
        return undecided.isEmpty() ? Optional.empty() : Optional.ofNullable(undecided.remove(operation));
    }

    Cell cell(long begin) {
        if (cells.isEmpty()) {
            cells = new TreeMap<>();
        }
        return cells.computeIfAbsent(begin, _ -> new Cell());
    }
}
