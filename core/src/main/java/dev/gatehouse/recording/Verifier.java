package dev.gatehouse.recording;

import dev.gatehouse.recording.log.Checkpoint;
import dev.gatehouse.recording.log.Finding;
import dev.gatehouse.recording.log.Finding.Found;
import dev.gatehouse.recording.log.Finding.Problem;
import dev.gatehouse.recording.log.LogCheck;
import dev.gatehouse.recording.log.LogRecovery;
import dev.gatehouse.secret.VerifierKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// Checks a record without any of the gateway's secrets, also while the gateway writes it.
///
/// Everything is hashed again: entries to tiles to the signed root, blocks and key slots against the entries that
/// commit
/// to them. What was altered, dropped, swapped or added up to the last signed checkpoint is found. What lies beyond the
/// newest checkpoint that somebody outside has seen could have been rewritten by whoever holds the signing key; the
/// report says where that is.
public final class Verifier {
    private static final int ATTEMPTS = 10;

    private Verifier() {}

    /// Checks the record below `data`.
    ///
    /// @param key the verifier key as `init` printed it; without one, the copy beside the log is used
    /// @param keptCheckpoint a checkpoint that was taken from the log earlier and kept elsewhere
    public static Report verify(Path data, Optional<VerifierKey> key, Optional<byte[]> keptCheckpoint)
            throws IOException {
        Path checkpoint = new DataLayout(data).checkpoint();
        for (int attempt = 1; ; attempt++) {
            byte[] before = bytes(checkpoint);
            Report report = once(data, key, keptCheckpoint);
            // A gateway that writes can make a check look at two moments at once. Then it has moved on: look again.
            if (report.clean() || attempt == ATTEMPTS || Arrays.equals(before, bytes(checkpoint))) {
                return report;
            }
        }
    }

    private static Report once(Path data, Optional<VerifierKey> given, Optional<byte[]> keptBytes) throws IOException {
        Optional<VerifierKey> key = given;
        try {
            VerifierKey used = key(data, given);
            key = Optional.of(used);
            Optional<Checkpoint> kept = Optional.empty();
            if (keptBytes.isPresent()) {
                kept = Optional.of(Checkpoint.open(keptBytes.get(), used)
                        .orElseThrow(
                                () -> Finding.of(Problem.ALTERED, data, "the kept checkpoint is not signed by " + used)
                                        .found()));
            }
            var layout = new DataLayout(data);
            LogCheck.Checked log = LogCheck.check(layout.log(), used, kept);
            var contents = new ContentsCheck(layout, kept.map(Checkpoint::size).orElse(0L));
            return contents.check(log).report(used, given.isPresent(), kept, log);
        } catch (Found found) {
            return Report.of(found.finding(), key, given.isPresent());
        }
    }

    private static VerifierKey key(Path data, Optional<VerifierKey> given) throws IOException, Found {
        Path file = LogRecovery.verifierKeyFile(new DataLayout(data).log());
        if (!Files.exists(file)) {
            throw Finding.of(Problem.MISSING, file, "there is no log with its verifier key")
                    .found();
        }
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Optional<VerifierKey> beside =
                text.endsWith("\n") ? VerifierKey.parse(text.substring(0, text.length() - 1)) : Optional.empty();
        if (beside.isEmpty()) {
            throw Finding.of(Problem.ALTERED, file, "not a verifier key").found();
        }
        if (given.isPresent() && !given.equals(beside)) {
            throw Finding.of(Problem.ALTERED, file, "another key than the given " + given.get())
                    .found();
        }
        return given.orElse(beside.get());
    }

    private static byte[] bytes(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }
}
