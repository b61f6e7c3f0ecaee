package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Formats;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.time.Duration;

/// The section `session:`.
///
/// @param grace how long a person's session may go on after login even if the token expires before; default 8h
/// @param max how long any session may go on; default 12h
/// @param drain how long busy sessions may go on once the gateway was asked to stop; default 30s
/// @param watch whether an auditor may watch a session while it goes on; default off
public record SessionSettings(Duration grace, Duration max, Duration drain, Watch watch) {
    /// The words of `watch:`.
    public enum Watch {
        OFF,
        ON,
        /// And the client of the session is told.
        TOLD
    }

    static final Section KEYS = Section.of(
            "session",
            "How long a session may go on.",
            Key.optional(
                            "grace",
                            Shape.formatted(Formats.DURATION),
                            "A person's session may go on so long after login even if the token expires before.")
                    .or("8h"),
            Key.optional("max", Shape.formatted(Formats.DURATION), "No session goes on longer.")
                    .or("12h"),
            Key.optional(
                            "drain",
                            Shape.formatted(Formats.DURATION),
                            "How long a statement or transaction may go on once the gateway was asked to stop.")
                    .or("30s")
                    .atStart(),
            Key.optional(
                            "watch",
                            Shape.word(Watch.values()),
                            "Whether an auditor may watch a session while it goes on, after saying what for; with `told` the"
                                    + " client is told, too.")
                    .or("off")
                    .atStart());

    static SessionSettings read(Entries entries) {
        return new SessionSettings(
                entries.value("grace", Formats.DURATION),
                entries.value("max", Formats.DURATION),
                entries.value("drain", Formats.DURATION),
                entries.word("watch", Watch.values()));
    }
}
