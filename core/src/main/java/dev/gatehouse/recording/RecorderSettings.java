package dev.gatehouse.recording;

import java.time.Duration;

/// How the record is written.
///
/// @param sync `recording.sync`
/// @param interval how long something may stay unsynced; [Duration#ZERO] leaves it to calls of
///     [LogRecorder#settle]
/// @param journalBytes how large a journal grows before its entries must be durable in tiles
public record RecorderSettings(Sync sync, Duration interval, long journalBytes) {
    /// What [Durability#WRITTEN] means.
    public enum Sync {
        /// One sync every few milliseconds carries what was written since.
        GROUP,
        /// Whatever is written is synced before the caller goes on.
        ALWAYS
    }

    public static final RecorderSettings DEFAULT = of(Sync.GROUP);

    /// The defaults with `sync`.
    public static RecorderSettings of(Sync sync) {
        return new RecorderSettings(sync, Duration.ofMillis(50));
    }

    /// With journals of up to 8 MiB.
    public RecorderSettings(Sync sync, Duration interval) {
        this(sync, interval, 8 << 20);
    }
}
