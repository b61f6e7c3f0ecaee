package dev.gatehouse.recording.log;

import dev.gatehouse.model.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads all entries of a log in order, also while a gateway is writing it. Changes nothing and checks nothing: that is
/// the verifier's work.
public final class LogReader {
    /// Takes one entry.
    @FunctionalInterface
    public interface Entries {
        void take(long index, Slice entry) throws IOException;
    }

    private static final int ATTEMPTS = 20;

    private final Path log;

    public LogReader(Path log) {
        this.log = log;
    }

    /// Hands every entry that is on disk now to `entries`; gives how many there were.
    public long read(Entries entries) throws IOException {
        return read(log, journals(log), entries);
    }

    /// Hands those entries that are of `part` to `entries`, and opens no other bundle; gives how many entries the log
    /// has on disk.
    public long read(LogPart part, Entries entries) throws IOException {
        List<JournalFile> journals = journals(log);
        long base = journals.isEmpty() ? 0 : journals.getFirst().first();
        Entries wanted = (index, entry) -> {
            if (part.has(index)) {
                entries.take(index, entry);
            }
        };
        for (long bundle = part.from() / TilePath.FULL; bundle < base / TilePath.FULL; bundle++) {
            if (part.hasBundle(bundle)) {
                take(bundle, bundle(log, bundle), wanted);
            }
        }
        return readJournals(base, journals, wanted);
    }

    /// The root of the tree over the first `size` entries, from the tiles and what is not in any yet; empty when there
    /// are not so many.
    public Optional<Slice> root(long size) throws IOException {
        List<JournalFile> journals = journals(log);
        long base = journals.isEmpty() ? 0 : journals.getFirst().first();
        var tree = new MerkleTree((level, index, hash) -> {});
        long tiled = Math.min(base, size) / TilePath.FULL * TilePath.FULL;
        TileRoots.restore(log, tiled, tree::addTileHash);
        var hash = new MerkleHash();
        Entries leaves = (index, entry) -> {
            if (index < size) {
                tree.add(hash.leaf(entry.toBytes()));
            }
        };
        for (long bundle = tiled / TilePath.FULL; bundle < base / TilePath.FULL && tree.size() < size; bundle++) {
            take(bundle, bundle(log, bundle), leaves);
        }
        if (tree.size() < size) {
            readJournals(base, journals, leaves);
        }
        return tree.size() == size ? Optional.of(Slice.of(tree.root())) : Optional.empty();
    }

    /// Hands the entries of the full bundles and of `journals`, which were read before, to `entries`.
    static long read(Path log, List<JournalFile> journals, Entries entries) throws IOException {
        long base = journals.isEmpty() ? 0 : journals.getFirst().first();
        for (long bundle = 0; bundle < base / TilePath.FULL; bundle++) {
            take(bundle, bundle(log, bundle), entries);
        }
        return readJournals(base, journals, entries);
    }

    /// Says whether nothing before this entry matters.
    @FunctionalInterface
    public interface Beginning {
        boolean is(Slice entry) throws IOException;
    }

    /// As [#read], but begins near the last entry that is a `beginning`: with the bundle that holds it, so a few more
    /// may
    /// come before it. Reads no more of the log than that.
    public long readSince(Beginning beginning, Entries entries) throws IOException {
        List<JournalFile> journals = journals(log);
        long base = journals.isEmpty() ? 0 : journals.getFirst().first();
        long bundle = base / TilePath.FULL;
        boolean found = holds(journals, beginning);
        while (!found && bundle > 0) {
            bundle--;
            found = holds(bundle(log, bundle), beginning);
        }
        for (; bundle < base / TilePath.FULL; bundle++) {
            take(bundle, bundle(log, bundle), entries);
        }
        return readJournals(base, journals, entries);
    }

    private static boolean holds(List<JournalFile> journals, Beginning beginning) throws IOException {
        for (JournalFile journal : journals) {
            for (JournalRecord record : journal.records()) {
                if (record.kind() == JournalRecord.Kind.ENTRY && beginning.is(record.body())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean holds(Iterable<Slice> bundle, Beginning beginning) throws IOException {
        for (Slice entry : bundle) {
            if (beginning.is(entry)) {
                return true;
            }
        }
        return false;
    }

    private static void take(long bundle, List<Slice> content, Entries entries) throws IOException {
        long index = bundle * TilePath.FULL;
        for (Slice entry : content) {
            entries.take(index++, entry);
        }
    }

    private static List<Slice> bundle(Path log, long bundle) throws IOException {
        return split(log.resolve(TilePath.entries(bundle, TilePath.FULL).toString()));
    }

    static long readJournals(long base, List<JournalFile> journals, Entries entries) throws IOException {
        long size = base;
        for (JournalFile journal : journals) {
            long index = journal.first();
            for (JournalRecord record : journal.records()) {
                if (record.kind() == JournalRecord.Kind.ENTRY && index++ == size) {
                    entries.take(size++, record.body());
                }
            }
        }
        return size;
    }

    /// All journals at one moment, oldest first: a journal that is dropped meanwhile makes this look again.
    static List<JournalFile> journals(Path log) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                List<JournalFile> journals = new ArrayList<>();
                for (Path file : JournalFile.list(log)) {
                    journals.add(JournalFile.read(file));
                }
                return journals;
            } catch (NoSuchFileException dropped) {
                if (attempt == ATTEMPTS) {
                    throw dropped;
                }
            }
        }
    }

    private static List<Slice> split(Path file) throws IOException {
        return Bundle.split(Slice.of(Files.readAllBytes(file)))
                .orElseThrow(() -> new LogDamaged(file, "is not a bundle of entries"));
    }
}
