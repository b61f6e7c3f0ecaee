package dev.gatehouse.recording.log;

import dev.gatehouse.model.Slice;
import dev.gatehouse.secret.GatewayKeys;
import dev.gatehouse.secret.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Brings a log that a process left behind, cleanly or not, into a state that can be appended to.
///
/// The journals are replayed onto the full tiles before them; a torn last record is cut; every checkpoint is compared
/// with the tree. Entries that no checkpoint covers yet are kept as long as `standing` agrees to each.
public final class LogRecovery {
    /// Says whether what an unsigned entry speaks of is really there.
    @FunctionalInterface
    public interface Standing {
        boolean holds(long index, Slice entry) throws IOException;
    }

    /// The opened log, how many of its entries had no signed checkpoint, and how many of those had to be cut.
    public record Opened(LogWriter writer, long unsigned, long cut, boolean existed) {}

    private static final String VERIFIER_KEY = "log.vkey";

    private final Path log;
    private final Disk disk;
    private final GatewayKeys keys;
    private final LogTail tail = new LogTail();
    private final List<byte[]> unsigned = new ArrayList<>();
    private long signed;

    private LogRecovery(Path log, Disk disk, GatewayKeys keys) {
        this.log = log;
        this.disk = disk;
        this.keys = keys;
    }

    /// Opens the log in `log`, a new one if there is none.
    ///
    /// @throws LogDamaged if what is there was altered
    public static Opened open(
            Path log,
            Disk disk,
            GatewayKeys keys,
            long journalBytes,
            LogWriter.Companions companions,
            Standing standing)
            throws IOException {
        return new LogRecovery(log, disk, keys).open(journalBytes, companions, standing);
    }

    /// The file in `log` that holds a copy of the key its checkpoints are signed with.
    public static Path verifierKeyFile(Path log) {
        return log.resolve(VERIFIER_KEY);
    }

    private Opened open(long journalBytes, LogWriter.Companions companions, Standing standing) throws IOException {
        List<Path> left = JournalFile.list(log);
        Optional<Checkpoint> published = published();
        boolean existed = !left.isEmpty() || published.isPresent();
        if (published.isPresent() && left.isEmpty()) {
            throw new LogDamaged(log.resolve(Publisher.CHECKPOINT), "the journal that belongs to it is gone");
        }
        claim();
        List<JournalFile> journals = new ArrayList<>();
        for (Path file : left) {
            journals.add(JournalFile.read(file));
        }
        long base = journals.isEmpty() ? 0 : journals.getFirst().first();
        TileRoots.restore(log, base, tail::restore);
        replay(journals, published);
        long cut = keepStanding(standing);
        Set<Path> partials = partials();
        var journal = new Journal(log, keys.origin(), disk, journalBytes, left);
        var writer = new LogWriter(tail, journal, new Publisher(log, disk, partials, base), keys, companions);
        writer.begin();
        return new Opened(writer, unsigned.size(), cut, existed);
    }

    /// Leaves the verifier key in a new log; a log of other keys is refused.
    private void claim() throws IOException {
        Path file = verifierKeyFile(log);
        String key = keys.verifierKey() + "\n";
        if (!Files.exists(file)) {
            disk.replaceDurably(file, key.getBytes(StandardCharsets.UTF_8));
        } else if (!Files.readString(file).equals(key)) {
            throw new IOException(log + " was written with other keys ("
                    + Files.readString(file).strip() + ") than gateway.keys holds (" + keys.verifierKey()
                    + "). Restore those keys, or move the data directory away to begin a new log.");
        }
    }

    private Optional<Checkpoint> published() throws IOException {
        Path file = log.resolve(Publisher.CHECKPOINT);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        VerifierKey key = keys.verifierKey();
        return Optional.of(Checkpoint.open(Files.readAllBytes(file), key)
                .orElseThrow(() -> new LogDamaged(file, "is not a checkpoint signed by " + key)));
    }

    private void replay(List<JournalFile> journals, Optional<Checkpoint> published) throws IOException {
        Map<Long, Checkpoint> expected = new HashMap<>();
        published.ifPresent(checkpoint -> expected.put(checkpoint.size(), checkpoint));
        signed = published.map(Checkpoint::size).orElse(0L);
        for (JournalFile journal : journals) {
            collectCheckpoints(journal, expected);
        }
        requireRoot(log.resolve(Publisher.CHECKPOINT), expected);
        for (JournalFile journal : journals) {
            if (journal.first() > tail.size() + unsigned.size()) {
                throw new LogDamaged(journal.path(), "begins after entries that are missing");
            }
            replay(journal, expected);
        }
        long size = tail.size();
        if (size < signed) {
            throw new LogDamaged(
                    log.resolve(Publisher.CHECKPOINT),
                    "covers " + signed + " entries, but only " + size + " are there");
        }
    }

    private void collectCheckpoints(JournalFile journal, Map<Long, Checkpoint> expected) throws IOException {
        if (journal.tail() instanceof JournalFile.Tail.Damaged(long offset)) {
            throw new LogDamaged(journal.path(), "is damaged at byte " + offset);
        }
        for (JournalRecord record : journal.records()) {
            if (record.kind() == JournalRecord.Kind.CHECKPOINT) {
                Checkpoint checkpoint = Checkpoint.open(record.body().toBytes(), keys.verifierKey())
                        .orElseThrow(() -> new LogDamaged(
                                journal.path(),
                                "holds a checkpoint at byte " + record.offset() + " that is not signed"));
                expected.put(checkpoint.size(), checkpoint);
                signed = Math.max(signed, checkpoint.size());
            }
        }
    }

    private void replay(JournalFile journal, Map<Long, Checkpoint> expected) throws IOException {
        long index = journal.first();
        for (JournalRecord record : journal.records()) {
            if (record.kind() != JournalRecord.Kind.ENTRY) {
                continue;
            }
            byte[] entry = record.body().toBytes();
            if (index == tail.size() + unsigned.size()) {
                if (index < signed) {
                    tail.replay(entry);
                    requireRoot(journal.path(), expected);
                } else {
                    unsigned.add(entry);
                }
            }
            index++;
        }
    }

    private void requireRoot(Path file, Map<Long, Checkpoint> expected) throws IOException {
        Checkpoint checkpoint = expected.get(tail.size());
        if (checkpoint != null && !checkpoint.hasRoot(tail.head().root().toBytes())) {
            throw new LogDamaged(file, "the first " + tail.size() + " entries are not those that were signed");
        }
    }

    private long keepStanding(Standing standing) throws IOException {
        int kept = 0;
        while (kept < unsigned.size() && standing.holds(tail.size(), Slice.of(unsigned.get(kept)))) {
            byte[] entry = unsigned.get(kept);
            tail.replay(entry);
            kept++;
        }
        return (long) unsigned.size() - kept;
    }

    /// The partial tiles that were found, so that they can be removed once newer ones stand; half-written files go.
    private Set<Path> partials() throws IOException {
        Set<Path> partials = new HashSet<>();
        if (Files.exists(log)) {
            try (Stream<Path> files = Files.walk(log)) {
                for (Path file : files.toList()) {
                    String name = log.relativize(file).toString();
                    if (name.endsWith(LocalDisk.TEMPORARY)) {
                        disk.delete(file);
                    } else if (TilePath.parse(name).filter(tile -> !tile.full()).isPresent()) {
                        partials.add(file);
                    }
                }
            }
        }
        return partials;
    }
}
