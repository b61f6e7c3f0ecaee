package dev.gatehouse.recording.log;

import dev.gatehouse.model.Slice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    /// Hands the entries of the full bundles and of `journals`, which were read before, to `entries`.
    static long read(Path log, List<JournalFile> journals, Entries entries) throws IOException {
        long base = journals.isEmpty() ? 0 : journals.getFirst().first();
        for (long bundle = 0; bundle < base / TilePath.FULL; bundle++) {
            Path file = log.resolve(TilePath.entries(bundle, TilePath.FULL).toString());
            long index = bundle * TilePath.FULL;
            for (Slice entry : split(file)) {
                entries.take(index++, entry);
            }
        }
        return readJournals(base, journals, entries);
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
