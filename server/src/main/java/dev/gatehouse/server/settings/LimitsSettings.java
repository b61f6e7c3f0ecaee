package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Format;
import dev.gatehouse.server.settings.keys.Formats;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.time.Duration;

/// The section `limits:`. Everything has a limit; a limit reached is a clear error. Sizes are bytes; what counts for a
/// person counts for all agents and services behind which that person stands, too.
///
/// @param message one message of a protocol, either way; default 64MB
/// @param maskedRow one row in which something is masked; default 64MB
/// @param buffer messages beyond 64 KB of all sessions together; default 256MB
/// @param statement one statement's text; default 1MB
/// @param parseDepth how many nodes of a statement's tree may stand above each other; default 1000
/// @param queue answers that one session may have outstanding; default 4096
/// @param hold how long a client is held for an approval at most; default 15m
/// @param holdInTransaction the same inside a transaction that has written; default 5s
/// @param openRequests requests for approval that one person has open; default 20
/// @param operationsPerMinute operations that one person may have decided in a minute; default 5000000
/// @param recordedBytes contents recorded for one person and hour; default 10GB
/// @param sessions sessions of the gateway; default 1000
/// @param sessionsPerIdentity sessions of one person; default 100
/// @param logins connections that have not logged in yet; default 200
/// @param login how long a client may take for each answer of a login; default 15s
/// @param connect how long connecting to a target may take; default 10s
/// @param guesses different values per masked column, person and hour that equality may ask about; default 20
public record LimitsSettings(
        int message,
        int maskedRow,
        long buffer,
        int statement,
        int parseDepth,
        int queue,
        Duration hold,
        Duration holdInTransaction,
        int openRequests,
        long operationsPerMinute,
        long recordedBytes,
        int sessions,
        int sessionsPerIdentity,
        int logins,
        Duration login,
        Duration connect,
        int guesses) {
    public static final Section KEYS = Section.of(
            "limits",
            "Everything has a limit; a limit reached is a clear error: SQLSTATE 54000 unless the table says otherwise. "
                    + "What counts for a person counts for all agents and services behind which that person stands.",
            size("message", "64MB", "One message of a protocol, either way. A longer one ends the session."),
            size(
                    "masked-row",
                    "64MB",
                    "One row in which something is masked. A longer one is not sent: it ends the statement."),
            key(
                    "buffer",
                    Formats.SIZE,
                    "256MB",
                    "Memory for messages beyond 64 KB, of all sessions together. "
                            + "Whose message does not fit ends; the others stay."),
            size("statement", "1MB", "One statement's text. A longer one is refused."),
            count(
                    "parse-depth",
                    "1000",
                    10_000,
                    "How deeply a statement may nest, in nodes of its tree. A deeper one is refused."),
            count(
                    "queue",
                    "4096",
                    1_000_000,
                    "Answers that one session has outstanding. With so many the client is not read until one has come; "
                            + "there is no error."),
            time("hold", "15m", "How long a client is held for an approval at most, whatever `wait` says."),
            time("hold-in-transaction", "5s", "The same inside a transaction that has written, and holds locks."),
            count("open-requests", "20", 100_000, "Requests for approval that one person has open."),
            count(
                    "operations-per-minute",
                    "5000000",
                    1_000_000_000,
                    "Operations that one person may have decided in a minute. More are refused until it is over."),
            key(
                    "recorded-bytes",
                    Formats.SIZE,
                    "10GB",
                    "Contents recorded for one person and hour. With so much, answers end and operations are refused "
                            + "until it is over; a COPY into a table ends the session (57P01)."),
            count("sessions", "1000", 1_000_000, "Sessions of the gateway. A further login fails."),
            count("sessions-per-identity", "100", 1_000_000, "Sessions of one person. A further login fails."),
            count(
                    "logins",
                    "200",
                    100_000,
                    "Connections of a listener that have not logged in yet. A further one ends the one that has taken "
                            + "longest, without a word."),
            time(
                    "login",
                    "15s",
                    "How long a client may take for each answer of its login. Then the connection is closed."),
            time("connect", "10s", "How long connecting to a target may take. Then the login fails: 08001."),
            count(
                    "guesses",
                    "20",
                    1_000_000,
                    "Different values per masked column, person and hour that `predicates: equality` may ask about. "
                            + "Further ones are refused by `predicate-on-masked`: 42501."));

    private static Key size(String name, String byDefault, String about) {
        return key(name, Formats.SIZE_IN_MEMORY, byDefault, about);
    }

    private static Key time(String name, String byDefault, String about) {
        return key(name, Formats.DURATION, byDefault, about);
    }

    private static Key key(String name, Format<?> format, String byDefault, String about) {
        return Key.optional(name, Shape.formatted(format), about).or(byDefault);
    }

    private static Key count(String name, String byDefault, long most, String about) {
        return Key.optional(name, new Shape.Whole(1, most), about).or(byDefault);
    }

    static LimitsSettings read(Entries entries) {
        return new LimitsSettings(
                entries.value("message", Formats.SIZE_IN_MEMORY),
                entries.value("masked-row", Formats.SIZE_IN_MEMORY),
                entries.value("buffer", Formats.SIZE),
                entries.value("statement", Formats.SIZE_IN_MEMORY),
                entries.whole("parse-depth"),
                entries.whole("queue"),
                entries.value("hold", Formats.DURATION),
                entries.value("hold-in-transaction", Formats.DURATION),
                entries.whole("open-requests"),
                entries.whole("operations-per-minute"),
                entries.value("recorded-bytes", Formats.SIZE),
                entries.whole("sessions"),
                entries.whole("sessions-per-identity"),
                entries.whole("logins"),
                entries.value("login", Formats.DURATION),
                entries.value("connect", Formats.DURATION),
                entries.whole("guesses"));
    }
}
