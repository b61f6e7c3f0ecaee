package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Slice;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Which constants of which bones answers depend on, as far as has been seen. Safe for use by several threads.
final class Fixed {
    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedHashMap<Slice, BitSet> fixed = new LinkedHashMap<>(256, 0.75f, true);

    /// @param most how many bones are kept, the least recently used forgotten first
    Fixed(int most) {
        this.most = most;
    }

    /// Not to be changed; empty when these bones have not been seen.
    Optional<BitSet> of(Slice bones) {
        lock.lock();
        try {
            return Optional.ofNullable(fixed.get(bones));
        } finally {
            lock.unlock();
        }
    }

    /// Adds to what is known, and returns all that is.
    BitSet add(Slice bones, BitSet more) {
        lock.lock();
        try {
            var all = (BitSet) more.clone();
            var before = fixed.get(bones);
            if (before != null) {
                all.or(before);
            }
            fixed.put(bones, all);
            if (fixed.size() > most) {
                fixed.pollFirstEntry();
            }
            return all;
        } finally {
            lock.unlock();
        }
    }
}
