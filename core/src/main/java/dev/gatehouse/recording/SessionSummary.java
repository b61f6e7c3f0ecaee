package dev.gatehouse.recording;

import dev.gatehouse.model.Id;
import java.time.Instant;
import java.util.Optional;

/// A session as a list shows it: what the log says without opening any content.
public record SessionSummary(
        Id session,
        String connection,
        Instant started,
        Optional<Instant> ended,
        String endReason,
        long operations,
        long denied,
        long deliveredBytes) {}
