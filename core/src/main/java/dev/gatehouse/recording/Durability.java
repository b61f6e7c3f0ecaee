package dev.gatehouse.recording;

/// What must be true of a record before whoever wrote it may go on.
public enum Durability {
    /// It reaches the file with the next record that is written or synced, or within 50 ms.
    BUFFERED,
    /// It survives the end of this process.
    WRITTEN,
    /// It survives a loss of power, under a signed checkpoint.
    SYNCED
}
