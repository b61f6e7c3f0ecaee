package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Classification;
import dev.gatehouse.model.Slice;
import dev.gatehouse.sql.catalogue.Catalogue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Answers already given, the least recently used forgotten first. Safe for use by several threads.
final class Remembered {
    private static final int BYTES_PER_ANSWER = 2_048;
    private static final int BYTES_PER_COLUMN = 192;

    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Key, Entry> answers = new LinkedHashMap<>(256, 0.75f, true);
    private int bytes;

    /// @param most bytes of memory, roughly, for texts and answers together
    Remembered(int most) {
        this.most = most;
    }

    /// @param size roughly, in bytes
    private record Entry(Understanding answer, int size) {
        static Entry of(Key key, Understanding answer) {
            var facts = answer.facts();
            int columns = facts.reads().size()
                    + facts.writes().size()
                    + facts.predicates().size();
            columns += answer.outputs().stream().mapToInt(List::size).sum();
            columns += answer.shape().literals().size();
            return new Entry(answer, BYTES_PER_ANSWER + 3 * key.text().length() + columns * BYTES_PER_COLUMN);
        }
    }

    Optional<Understanding> get(Key key) {
        lock.lock();
        try {
            return Optional.ofNullable(answers.get(key)).map(Entry::answer);
        } finally {
            lock.unlock();
        }
    }

    void put(Key key, Understanding answer) {
        var entry = Entry.of(key, answer);
        if (entry.size() > most / 16) {
            return;
        }
        var own = key.own();
        lock.lock();
        try {
            var before = answers.put(own, entry);
            bytes += entry.size() - (before == null ? 0 : before.size());
            var oldest = answers.values().iterator();
            while (bytes > most && oldest.hasNext()) {
                bytes -= oldest.next().size();
                oldest.remove();
            }
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return answers.size();
        } finally {
            lock.unlock();
        }
    }

    /// What an answer depends on. Catalogue and classification count by identity: a new one is another.
    record Key(Slice text, SessionView session, Catalogue catalogue, Classification classification) {
        /// With bytes of its own: those given may lie in a buffer that is used again.
        Key own() {
            return new Key(Slice.of(text.toBytes()), session, catalogue, classification);
        }

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object other) {
            return other instanceof Key key
                    && catalogue == key.catalogue
                    && classification == key.classification
                    && text.equals(key.text)
                    && session.equals(key.session);
        }

        @Override
        public int hashCode() {
            return Objects.hash(text, session, System.identityHashCode(catalogue));
        }
    }
}
