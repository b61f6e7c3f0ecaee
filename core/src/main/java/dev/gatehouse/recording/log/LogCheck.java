package dev.gatehouse.recording.log;

import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.log.Finding.Found;
import dev.gatehouse.recording.log.Finding.Problem;
import dev.gatehouse.secret.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Hashes a whole log again: entries to tiles, tiles to the signed root, journals against both. For one use.
///
/// When a bundle and a tile disagree, the signed root says which of them was altered: if the entries lead to it, the
/// tile; if not, the bundle.
public final class LogCheck {
    /// What was found to be true of a log.
    ///
    /// @param entries how many entries there are, the unsigned tail included
    /// @param signed how many of them signed checkpoints cover
    /// @param notes what is not wrong but worth saying
    public record Checked(
            Checkpoint published, long entries, long signed, List<String> notes, List<JournalFile> journals) {
        /// Hands all entries that were checked to `taker`, in order.
        public void read(Path log, LogReader.Entries taker) throws IOException {
            LogReader.read(log, journals, taker);
        }
    }

    private final Path log;
    private final VerifierKey key;
    private final LogSnapshot snapshot;
    private final MerkleHash hash = new MerkleHash();
    private final TileEdge edge = new TileEdge();
    private final Map<TilePath, byte[]> recent = new HashMap<>();
    private final MerkleTree tree = new MerkleTree(edge);
    private final SignedRoots roots;
    private final List<String> notes = new ArrayList<>();
    private final List<byte[]> bundled = new ArrayList<>();
    private @Nullable Finding tileFinding;
    private @Nullable Finding bundleFinding;

    private LogCheck(Path log, VerifierKey key, LogSnapshot snapshot, SignedRoots roots) {
        this.log = log;
        this.key = key;
        this.snapshot = snapshot;
        this.roots = roots;
    }

    /// Checks the log in `log` against `key` and, if there is one, against a checkpoint kept elsewhere.
    public static Checked check(Path log, VerifierKey key, Optional<Checkpoint> kept) throws IOException, Found {
        LogSnapshot snapshot = LogSnapshot.read(log, key);
        var roots = new SignedRoots(log.resolve(Publisher.CHECKPOINT));
        kept.ifPresent(roots::expectKept);
        return new LogCheck(log, key, snapshot, roots).check(kept);
    }

    private Checked check(Optional<Checkpoint> kept) throws IOException, Found {
        long published = snapshot.checkpoint().size();
        roots.collect(snapshot.journals(), key);
        roots.look(tree);
        for (long bundle = 0; bundle * TilePath.FULL < published; bundle++) {
            bundle(bundle, (int) Math.min(TilePath.FULL, published - bundle * TilePath.FULL));
        }
        comparePartials(published);
        settle();
        JournalCheck.compare(log, snapshot.journals(), published, bundled);
        long entries = continueFromJournals(published);
        if (roots.largest() > entries) {
            throw roots.cut(entries).found();
        }
        roots.requireAll();
        new ExtraFiles(log, key, snapshot, recent, edge.partial(entries), entries).check(notes);
        snapshot.journals().forEach(this::noteTail);
        kept.ifPresent(
                checkpoint -> notes.add("consistent with the kept checkpoint over " + checkpoint.size() + " entries"));
        return new Checked(
                snapshot.checkpoint(),
                entries,
                Math.max(published, roots.largestInJournals()),
                notes,
                snapshot.journals());
    }

    private void bundle(long number, int width) throws IOException, Found {
        TilePath path = TilePath.entries(number, width);
        Path file = log.resolve(path.toString());
        Optional<List<Slice>> entries = Bundle.split(Slice.of(content(path)));
        if (entries.isEmpty() || entries.get().size() != width) {
            throw Finding.of(Problem.ALTERED, file, "not a bundle of " + width + " entries")
                    .found();
        }
        long index = number * TilePath.FULL;
        bundled.clear();
        for (Slice entry : entries.get()) {
            byte[] bytes = entry.toBytes();
            add(index++, bytes);
            bundled.add(bytes);
        }
        for (TileFile tile : edge.takeFilled()) {
            compare(tile);
        }
    }

    private void add(long index, byte[] entry) {
        tree.add(hash.leaf(entry));
        edge.entry(index, entry);
        roots.look(tree);
    }

    private byte[] content(TilePath path) throws IOException, Found {
        byte[] partial = snapshot.partials().get(path);
        Path file = log.resolve(path.toString());
        if (partial != null) {
            return partial;
        }
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw Finding.of(Problem.MISSING, file, "a tile that the checkpoint needs")
                    .found();
        }
    }

    private void comparePartials(long size) throws IOException, Found {
        for (TileFile tile : edge.partial(size)) {
            compare(tile);
        }
    }

    /// Remembers the first tile that differs from what the entries hash to, and the bundle it may be the fault of.
    private void compare(TileFile expected) throws IOException, Found {
        TilePath path = expected.path();
        if (path.level() == TilePath.ENTRIES) {
            return;
        }
        byte[] found = content(path);
        int differs = Arrays.mismatch(expected.content().toBytes(), found);
        if (differs < 0 || tileFinding != null) {
            return;
        }
        Path file = log.resolve(path.toString());
        tileFinding = Finding.of(Problem.ALTERED, file, "not the hashes of what lies below it")
                .atByte(differs);
        long leaf = ((long) differs / MerkleHash.BYTES + path.index() * TilePath.FULL) << (8 * path.level());
        long bundle = leaf / TilePath.FULL;
        int width = (int) Math.min(TilePath.FULL, snapshot.checkpoint().size() - bundle * TilePath.FULL);
        Path bundleFile = log.resolve(TilePath.entries(bundle, width).toString());
        bundleFinding = Finding.of(Problem.ALTERED, bundleFile, "not the entry that was signed")
                .atEntry(leaf);
    }

    /// Says who is at fault, if anybody.
    private void settle() throws Found {
        boolean entriesAreRight = snapshot.checkpoint().hasRoot(tree.root());
        if (entriesAreRight && tileFinding != null) {
            throw tileFinding.found();
        }
        if (!entriesAreRight) {
            Path file = log.resolve(Publisher.CHECKPOINT);
            throw (bundleFinding != null
                            ? bundleFinding
                            : Finding.of(
                                    Problem.REWRITTEN, file, "entries and tiles agree, but not with what was signed"))
                    .found();
        }
    }

    private long continueFromJournals(long published) throws IOException {
        long base = snapshot.journals().isEmpty()
                ? published
                : snapshot.journals().getFirst().first();
        return Math.max(published, LogReader.readJournals(base, snapshot.journals(), (index, entry) -> {
            if (index >= published) {
                add(index, entry.toBytes());
                edge.takeFilled()
                        .forEach(tile -> recent.put(tile.path(), tile.content().toBytes()));
            }
        }));
    }

    private void noteTail(JournalFile journal) {
        if (journal.tail() instanceof JournalFile.Tail.Torn(long offset, long bytes)) {
            notes.add(journal.path().getFileName() + " ends in the middle of a record (byte " + offset + ", " + bytes
                    + " bytes): what a crash leaves; the next start cuts it");
        }
    }
}
