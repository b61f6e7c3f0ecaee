package dev.gatehouse.server.index;

import dev.gatehouse.recording.RecordingReader;
import dev.gatehouse.recording.log.LogPart;
import dev.gatehouse.secret.GatewayKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The index of one gateway's record: brought up to date by whoever asks, kept on disk from time to time.
///
/// It is never believed against the log: what was kept is used only if it carries the gateway's MAC and was counted
/// from exactly the entries that the log begins with; otherwise everything is counted again. Not thread-safe: hold
/// the monitor of the index while you use what it gave.
public final class RecordIndex {
    private static final Logger LOG = LoggerFactory.getLogger(RecordIndex.class);
    private static final long KEPT_EVERY = 20_000;

    private final Path data;
    private final GatewayKeys keys;
    private final Counting.Reading reading;
    private final boolean keeping;
    private Optional<IndexFile> file = Optional.empty();
    private Optional<IndexState> state = Optional.empty();
    private long kept;

    /// @param reading reads what is counted of contents
    /// @param keeping whether it is kept on disk when much was counted
    public RecordIndex(Path data, GatewayKeys keys, Counting.Reading reading, boolean keeping) {
        this.data = data;
        this.keys = keys;
        this.reading = reading;
        this.keeping = keeping;
    }

    private IndexFile file() {
        if (file.isEmpty()) {
            file = Optional.of(new IndexFile(data, keys));
        }
        return file.get();
    }

    /// How many entries of the log are counted.
    public long size() {
        return state.map(known -> known.next).orElse(0L);
    }

    /// Counts what the log has and the index has not; reads no more than that.
    public void catchUp() throws IOException {
        IndexState known = state.orElseGet(this::kept);
        state = Optional.of(known);
        long before = known.next;
        var counting = new Counting(known, reading);
        try (var reader = new RecordingReader(data, keys)) {
            reader.allEvents(LogPart.from(before), Counting::opens, counting::take);
        } catch (IOException | RuntimeException half) {
            state = Optional.empty();
            throw half;
        }
        if (keeping && known.next - kept >= KEPT_EVERY) {
            keep(known);
        }
    }

    private IndexState kept() {
        IndexState found = file().load().orElseGet(IndexState::new);
        kept = found.next;
        return found;
    }

    private void keep(IndexState known) {
        try {
            file().save(known);
            kept = known.next;
        } catch (IOException unwritable) {
            LOG.warn("The index could not be kept; it is made again from the log when needed", unwritable);
            kept = known.next;
        }
    }

    /// Makes it again from the whole log and keeps it.
    ///
    /// @throws IOException when the log cannot be read, or the index not be written
    public void rebuild() throws IOException {
        file().remove();
        state = Optional.of(new IndexState());
        kept = Long.MAX_VALUE / 2;
        catchUp();
        file().save(state.orElseThrow());
        kept = size();
    }

    /// All sessions, in the order in which they began.
    public Collection<Line> lines() {
        return state.map(known -> known.lines.values()).orElse(List.of());
    }

    public Optional<Line> line(dev.gatehouse.model.Id session) {
        return state.flatMap(known -> Optional.ofNullable(known.lines.get(session)));
    }

    /// The bundles of the log in which configurations were loaded.
    public BitSet loads() {
        return state.map(known -> (BitSet) known.loads.clone()).orElseGet(BitSet::new);
    }

    /// A name as the lines have it.
    public long blinded(String name) {
        return file().blinded(name);
    }

    /// Takes how often a rule voted: while its vote counted, while it only watched, and when last.
    @FunctionalInterface
    public interface Votes {
        void take(String rule, long counted, long watched, Instant last);
    }

    public void votes(Votes votes) {
        Map<String, IndexState.Votes> all = state.map(known -> known.votes).orElseGet(TreeMap::new);
        all.forEach(
                (rule, each) -> votes.take(rule, each.counted(), each.watched(), Instant.ofEpochMilli(each.last())));
    }
}
