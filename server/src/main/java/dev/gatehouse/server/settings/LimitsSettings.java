package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Formats;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.time.Duration;

/// The section `limits:`. Everything has a limit; a limit reached is a clear error. Sizes are bytes.
///
/// @param message one message of a protocol, either way; default 64MB
/// @param maskedRow one row in which something is masked; default 64MB
/// @param statement one statement's text; default 1MB
/// @param parseDepth how deeply a statement may nest; default 1000
/// @param queue operations that one session has open at once; default 1000
/// @param hold how long a client is held for an approval at most; default 15m
/// @param holdInTransaction the same inside a transaction that has written; default 5s
/// @param openRequests requests for approval that one identity has open; default 20
/// @param recordedBytes contents recorded for one identity and hour; default 10GB
/// @param sessions sessions of the gateway; default 1000
/// @param sessionsPerIdentity sessions of one identity; default 100
/// @param login how long a login may take; default 15s
/// @param connect how long connecting to a target may take; default 10s
/// @param guesses different values per masked column, person and hour that equality may ask about; default 20
public record LimitsSettings(
        long message,
        long maskedRow,
        long statement,
        int parseDepth,
        int queue,
        Duration hold,
        Duration holdInTransaction,
        int openRequests,
        long recordedBytes,
        int sessions,
        int sessionsPerIdentity,
        Duration login,
        Duration connect,
        int guesses) {
    static final Section KEYS = Section.of(
            "limits",
            "Everything has a limit; a limit reached is a clear error (SQLSTATE 54000).",
            size("message", "64MB", "One message of a protocol, either way."),
            size("masked-row", "64MB", "One row in which something is masked."),
            size("statement", "1MB", "One statement's text."),
            count("parse-depth", "1000", 100_000, "How deeply a statement may nest."),
            count("queue", "1000", 1_000_000, "Operations that one session has open at once."),
            time("hold", "15m", "How long a client is held for an approval at most, whatever `wait` says."),
            time("hold-in-transaction", "5s", "The same inside a transaction that has written."),
            count("open-requests", "20", 100_000, "Requests for approval that one identity has open."),
            size("recorded-bytes", "10GB", "Contents recorded for one identity and hour."),
            count("sessions", "1000", 1_000_000, "Sessions of the gateway."),
            count("sessions-per-identity", "100", 1_000_000, "Sessions of one identity."),
            time("login", "15s", "How long a login may take."),
            time("connect", "10s", "How long connecting to a target may take."),
            count(
                    "guesses",
                    "20",
                    1_000_000,
                    "Different values per masked column, person and hour that `predicates: equality` may ask about."));

    private static Key size(String name, String byDefault, String about) {
        return Key.optional(name, Shape.formatted(Formats.SIZE), about).or(byDefault);
    }

    private static Key count(String name, String byDefault, long most, String about) {
        return Key.optional(name, new Shape.Whole(1, most), about).or(byDefault);
    }

    private static Key time(String name, String byDefault, String about) {
        return Key.optional(name, Shape.formatted(Formats.DURATION), about).or(byDefault);
    }

    static LimitsSettings read(Entries entries) {
        return new LimitsSettings(
                entries.value("message", Formats.SIZE),
                entries.value("masked-row", Formats.SIZE),
                entries.value("statement", Formats.SIZE),
                entries.whole("parse-depth"),
                entries.whole("queue"),
                entries.value("hold", Formats.DURATION),
                entries.value("hold-in-transaction", Formats.DURATION),
                entries.whole("open-requests"),
                entries.value("recorded-bytes", Formats.SIZE),
                entries.whole("sessions"),
                entries.whole("sessions-per-identity"),
                entries.value("login", Formats.DURATION),
                entries.value("connect", Formats.DURATION),
                entries.whole("guesses"));
    }
}
