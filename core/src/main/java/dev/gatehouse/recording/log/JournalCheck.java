package dev.gatehouse.recording.log;

import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.log.Finding.Found;
import dev.gatehouse.recording.log.Finding.Problem;
import dev.gatehouse.secret.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks journals in themselves and against the bundles that hold the same entries.
final class JournalCheck {
    private JournalCheck() {}

    static void requireForm(JournalFile journal, VerifierKey key) throws Found {
        if (journal.tail() instanceof JournalFile.Tail.Damaged(long offset)) {
            throw Finding.of(Problem.ALTERED, journal.path(), "a record that is none")
                    .atByte(offset)
                    .found();
        }
        if (journal.tail() instanceof JournalFile.Tail.Strewn(long offset)) {
            throw Finding.of(
                            Problem.ALTERED,
                            journal.path(),
                            "bytes behind the last record, in room that was prepared: somebody wrote them, or the power"
                                    + " was lost (then start the gateway, which takes them back)")
                    .atByte(offset)
                    .found();
        }
        boolean fits = journal.origin().equals(key.name())
                && journal.first() == JournalFile.firstOf(journal.path())
                && journal.first() % TilePath.FULL == 0;
        if (!fits) {
            throw Finding.of(Problem.ALTERED, journal.path(), "not a journal of " + key.name())
                    .atByte(0)
                    .found();
        }
    }

    /// Compares what the journals hold with the published bundles, which are known to be right; `newest` is the last
    /// of them.
    static void compare(Path log, List<JournalFile> journals, long published, List<byte[]> newest)
            throws IOException, Found {
        if (journals.isEmpty()) {
            throw Finding.of(Problem.MISSING, log, "there is no journal").found();
        }
        long known = published;
        for (JournalFile journal : journals) {
            if (journal.first() > known) {
                throw Finding.of(Problem.MISSING, journal.path(), "entries before the first of this journal")
                        .atEntry(known)
                        .found();
            }
            known = Math.max(known, compare(log, journal, published, newest));
        }
        JournalFile last = journals.getLast();
        long end = last.first()
                + last.records().stream().filter(JournalCheck::isEntry).count();
        if (end < published) {
            throw Finding.of(Problem.MISSING, last.path(), "entries that the checkpoint covers")
                    .atEntry(end)
                    .found();
        }
    }

    private static long compare(Path log, JournalFile journal, long published, List<byte[]> newest)
            throws IOException, Found {
        long index = journal.first();
        List<Slice> bundle = List.of();
        for (JournalRecord record : journal.records()) {
            if (!isEntry(record)) {
                continue;
            }
            if (index < published) {
                if (index % TilePath.FULL == 0) {
                    bundle = bundle(log, index / TilePath.FULL, published, newest);
                }
                byte @Nullable [] expected =
                        bundle.get((int) (index % TilePath.FULL)).toBytes();
                if (!Arrays.equals(expected, record.body().toBytes())) {
                    throw Finding.of(Problem.ALTERED, journal.path(), "not the entry that was signed")
                            .atEntry(index)
                            .atByte(record.offset())
                            .found();
                }
            }
            index++;
        }
        return index;
    }

    private static List<Slice> bundle(Path log, long number, long published, List<byte[]> newest)
            throws IOException, Found {
        if (number == (published - 1) / TilePath.FULL) {
            return newest.stream().map(Slice::of).toList();
        }
        Path file = log.resolve(TilePath.entries(number, TilePath.FULL).toString());
        Optional<List<Slice>> entries = Bundle.split(Slice.of(Files.readAllBytes(file)));
        return entries.orElseThrow(() ->
                Finding.of(Problem.ALTERED, file, "not a bundle of entries").found());
    }

    private static boolean isEntry(JournalRecord record) {
        return record.kind() == JournalRecord.Kind.ENTRY;
    }
}
