package dev.gatehouse.recording;

import dev.gatehouse.recording.log.Finding;
import dev.gatehouse.secret.VerifierKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What checking a record found.
///
/// @param finding the first thing that does not fit; empty when everything does
/// @param key the key that the checkpoints were checked against
/// @param keyGiven whether it was given from outside; a key found beside the log proves only that log and key fit
/// @param entries log entries, the unsigned tail included
/// @param signed how many of them signed checkpoints cover
/// @param anchor the checkpoint kept elsewhere that the log is consistent with
/// @param notes what is not wrong but worth saying
public record Report(
        Optional<Finding> finding,
        Optional<VerifierKey> key,
        boolean keyGiven,
        long entries,
        long signed,
        long sessions,
        long recordings,
        long blocks,
        long erased,
        Optional<Anchor> anchor,
        List<String> notes) {
    /// Up to where the record is held by something outside the reach of whoever has the keys.
    ///
    /// @param until when the last entry below the anchor was made
    public record Anchor(long entries, Optional<Instant> until) {}

    public Report {
        notes = List.copyOf(notes);
    }

    public boolean clean() {
        return finding.isEmpty();
    }

    /// How many entries at the end no signed checkpoint covers.
    public long unsignedTail() {
        return entries - signed;
    }

    static Report of(Finding finding, Optional<VerifierKey> key, boolean keyGiven) {
        return new Report(Optional.of(finding), key, keyGiven, 0, 0, 0, 0, 0, 0, Optional.empty(), List.of());
    }
}
