package dev.gatehouse.recording.log;

import dev.gatehouse.recording.log.Finding.Problem;
import dev.gatehouse.secret.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What changes while a gateway writes, read at one moment: the checkpoint, the partial tiles it needs, the journals.
///
/// Everything else that a checkpoint needs never changes again.
record LogSnapshot(Checkpoint checkpoint, Map<TilePath, byte[]> partials, List<JournalFile> journals) {
    private static final int ATTEMPTS = 50;

    /// Reads it; looks again as long as a newer checkpoint replaces the one whose tiles are missing.
    static LogSnapshot read(Path log, VerifierKey key) throws IOException, Finding.Found {
        Path file = log.resolve(Publisher.CHECKPOINT);
        for (int attempt = 1; ; attempt++) {
            Checkpoint checkpoint = checkpoint(file, key);
            List<TilePath> wanted = partialPaths(checkpoint.size());
            Map<TilePath, byte[]> partials = new HashMap<>();
            for (TilePath path : wanted) {
                try {
                    partials.put(path, Files.readAllBytes(log.resolve(path.toString())));
                } catch (NoSuchFileException gone) {
                    if (attempt == ATTEMPTS || checkpoint(file, key).equals(checkpoint)) {
                        throw Finding.of(
                                        Problem.MISSING,
                                        log.resolve(path.toString()),
                                        "a tile that the checkpoint needs")
                                .found();
                    }
                    break;
                }
            }
            if (partials.size() == wanted.size()) {
                return new LogSnapshot(checkpoint, partials, LogReader.journals(log));
            }
        }
    }

    static Checkpoint checkpoint(Path file, VerifierKey key) throws IOException, Finding.Found {
        if (!Files.exists(file)) {
            throw Finding.of(Problem.MISSING, file, "there is no checkpoint").found();
        }
        return Checkpoint.open(Files.readAllBytes(file), key)
                .orElseThrow(() -> Finding.of(Problem.ALTERED, file, "not a checkpoint signed by " + key)
                        .found());
    }

    private static List<TilePath> partialPaths(long size) {
        List<TilePath> paths = new ArrayList<>();
        for (int level = 0; level < 8; level++) {
            int width = TilePath.partialWidth(level, size);
            if (width > 0) {
                paths.add(new TilePath(level, TilePath.fullTiles(level, size), width));
            }
        }
        int width = TilePath.partialWidth(TilePath.ENTRIES, size);
        if (width > 0) {
            paths.add(TilePath.entries(TilePath.fullTiles(TilePath.ENTRIES, size), width));
        }
        return paths;
    }
}
