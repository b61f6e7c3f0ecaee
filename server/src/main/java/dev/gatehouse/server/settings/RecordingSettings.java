package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;

/// The section `recording:`.
///
/// @param sync when reads are synced to the disk; default group
/// @param record what of the contents is kept; default masked
public record RecordingSettings(Sync sync, RecordForm record) {
    /// The words of `sync:`. Writes, logins and approvals are synced before they take effect in either case.
    public enum Sync {
        /// Together with others, within 50 ms
        GROUP,
        /// Before they are forwarded
        ALWAYS
    }

    static final Section KEYS = Section.of(
            "recording",
            "How the record is kept.",
            Key.optional(
                            "sync",
                            Shape.word(Sync.values()),
                            "When reads are synced to the disk: within 50 ms, or before they are forwarded.")
                    .or("group")
                    .atStart(),
            Key.optional("record", Shape.word(RecordForm.values()), "What of the contents is kept.")
                    .or("masked"));

    static RecordingSettings read(Entries entries) {
        return new RecordingSettings(entries.word("sync", Sync.values()), entries.word("record", RecordForm.values()));
    }
}
