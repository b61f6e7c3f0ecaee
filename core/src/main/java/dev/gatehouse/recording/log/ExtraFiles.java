package dev.gatehouse.recording.log;

import dev.gatehouse.recording.log.Finding.Found;
import dev.gatehouse.recording.log.Finding.Problem;
import dev.gatehouse.secret.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks at the files that no checkpoint needs: partial tiles that a crash left behind must at least be true, and
/// nothing else may lie among the tiles.
final class ExtraFiles {
    private static final Set<String> OTHERS = Set.of("checkpoint", "log.vkey", "lock", "reserve");

    private final Path log;
    private final VerifierKey key;
    private final LogSnapshot snapshot;
    private final Map<String, byte[]> recent = new HashMap<>();
    private final long entries;

    ExtraFiles(
            Path log,
            VerifierKey key,
            LogSnapshot snapshot,
            Map<TilePath, byte[]> filled,
            List<TileFile> partial,
            long entries) {
        this.log = log;
        this.key = key;
        this.snapshot = snapshot;
        this.entries = entries;
        filled.forEach((path, content) -> recent.put(place(path), content));
        partial.forEach(tile -> recent.put(place(tile.path()), tile.content().toBytes()));
    }

    void check(List<String> notes) throws IOException, Found {
        int stale = 0;
        for (Path file : files()) {
            String name = log.relativize(file).toString();
            Optional<TilePath> tile = TilePath.parse(name);
            if (tile.isPresent()) {
                stale += needed(tile.get()) || !isStale(file, tile.get()) ? 0 : 1;
            } else if (name.endsWith(LocalDisk.TEMPORARY)) {
                stale++;
            } else if (!OTHERS.contains(name) && !name.startsWith("journal-") && Files.exists(file)) {
                throw Finding.of(Problem.EXTRA, file, "no file of a log").found();
            }
        }
        if (stale > 0) {
            notes.add(stale + " superseded files that a crash left behind; the next start removes them");
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(log)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (java.io.UncheckedIOException changedMeanwhile) {
            return List.of();
        }
    }

    private boolean needed(TilePath tile) {
        long size = snapshot.checkpoint().size();
        return tile.full()
                ? tile.index() < TilePath.fullTiles(tile.level(), size)
                : snapshot.partials().containsKey(tile);
    }

    /// Whether an unneeded tile is still there; it must then be the beginning of the one that replaced it.
    private boolean isStale(Path file, TilePath tile) throws IOException, Found {
        try {
            byte[] found = Files.readAllBytes(file);
            byte[] expected = replacement(tile);
            if (expected == null) {
                if (hasGrown()) {
                    return false;
                }
                throw Finding.of(Problem.EXTRA, file, "a tile beyond the end of the log")
                        .found();
            }
            int differs = Arrays.mismatch(found, expected);
            boolean whole = tile.level() == TilePath.ENTRIES || found.length == tile.width() * MerkleHash.BYTES;
            if (whole && (differs < 0 || differs == found.length)) {
                return true;
            }
            if (hasGrown()) {
                return false;
            }
            throw Finding.of(Problem.ALTERED, file, "a superseded tile that differs from its successor")
                    .atByte(Math.max(differs, 0))
                    .found();
        } catch (NoSuchFileException removedMeanwhile) {
            return false;
        }
    }

    private byte @Nullable [] replacement(TilePath tile) throws IOException {
        byte[] known = recent.get(place(tile));
        if (known != null) {
            return known;
        }
        boolean isFull = tile.index()
                < TilePath.fullTiles(tile.level(), snapshot.checkpoint().size());
        var full = new TilePath(tile.level(), tile.index(), TilePath.FULL);
        return isFull ? Files.readAllBytes(log.resolve(full.toString())) : null;
    }

    /// Whether a gateway has written to the log since it was read.
    private boolean hasGrown() throws IOException, Found {
        Path file = log.resolve(Publisher.CHECKPOINT);
        if (!LogSnapshot.checkpoint(file, key).equals(snapshot.checkpoint())) {
            return true;
        }
        List<JournalFile> journals = LogReader.journals(log);
        long base = journals.isEmpty() ? 0 : journals.getFirst().first();
        return LogReader.readJournals(base, journals, (index, entry) -> {}) != entries;
    }

    private static String place(TilePath path) {
        return path.level() + "/" + path.index();
    }
}
