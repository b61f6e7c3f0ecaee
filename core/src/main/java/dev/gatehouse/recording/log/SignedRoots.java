package dev.gatehouse.recording.log;

import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.log.Finding.Found;
import dev.gatehouse.recording.log.Finding.Problem;
import dev.gatehouse.secret.VerifierKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// All roots that were ever signed and are at hand, to be compared with the tree as it grows past their sizes.
final class SignedRoots {
    private record Expected(Checkpoint checkpoint, Finding finding) {}

    private final Path checkpointFile;
    private final TreeMap<Long, List<Expected>> expected = new TreeMap<>();
    private final TreeMap<Long, Slice> seen = new TreeMap<>();
    private long largestInJournals;
    private Optional<Checkpoint> kept = Optional.empty();

    SignedRoots(Path checkpointFile) {
        this.checkpointFile = checkpointFile;
    }

    /// Expects a checkpoint that somebody kept outside.
    void expectKept(Checkpoint checkpoint) {
        kept = Optional.of(checkpoint);
        expect(
                checkpoint,
                Finding.of(
                        Problem.REWRITTEN,
                        checkpointFile,
                        "the first " + checkpoint.size()
                                + " entries are not those of the checkpoint that was kept: the log was rewritten"));
    }

    /// Expects the checkpoints in `journals`, after checking who signed them.
    void collect(List<JournalFile> journals, VerifierKey key) throws Found {
        for (JournalFile journal : journals) {
            JournalCheck.requireForm(journal, key);
            for (JournalRecord record : journal.records()) {
                if (record.kind() == JournalRecord.Kind.CHECKPOINT) {
                    Finding unsigned = Finding.of(
                                    Problem.ALTERED, journal.path(), "a checkpoint that " + key + " did not sign")
                            .atByte(record.offset());
                    Checkpoint checkpoint =
                            Checkpoint.open(record.body().toBytes(), key).orElseThrow(unsigned::found);
                    largestInJournals = Math.max(largestInJournals, checkpoint.size());
                    expect(
                            checkpoint,
                            Finding.of(
                                            Problem.REWRITTEN,
                                            journal.path(),
                                            "a checkpoint over " + checkpoint.size() + " entries contradicts the log")
                                    .atByte(record.offset()));
                }
            }
        }
    }

    private void expect(Checkpoint checkpoint, Finding otherwise) {
        expected.computeIfAbsent(checkpoint.size(), size -> new ArrayList<>()).add(new Expected(checkpoint, otherwise));
    }

    /// Remembers the root of the tree if a checkpoint speaks of this size.
    void look(MerkleTree tree) {
        if (expected.containsKey(tree.size())) {
            seen.put(tree.size(), Slice.of(tree.root()));
        }
    }

    long largest() {
        return expected.isEmpty() ? 0 : expected.lastKey();
    }

    long largestInJournals() {
        return largestInJournals;
    }

    /// The finding for a log of only `entries` entries.
    Finding cut(long entries) {
        String which = kept.isPresent() && kept.get().size() > entries
                ? "the kept checkpoint covers " + kept.get().size() + " entries"
                : "a checkpoint in the journal covers " + largest() + " entries";
        return Finding.of(Problem.CUT, checkpointFile, which + ", but the log ends after " + entries)
                .atEntry(entries);
    }

    /// Throws the finding of the first checkpoint whose root is not the tree's.
    void requireAll() throws Found {
        for (var each : expected.entrySet()) {
            Slice root = seen.get(each.getKey());
            for (Expected one : each.getValue()) {
                if (root == null || !one.checkpoint.root().equals(root)) {
                    throw one.finding.found();
                }
            }
        }
    }
}
