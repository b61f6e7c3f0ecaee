package dev.gatehouse.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a session's client received, made readable: of each value the stricter of what the client was shown and of what
/// the caller's own masks show. The bytes themselves are at `/replay`.
///
/// @param steps in the order in which they were asked; one without an operation comes first when something was
///     delivered before anything was asked
/// @param exact whether nothing is shown otherwise than the client received it
public record SessionReplay(SessionSummary session, List<Step> steps, boolean exact) {
    public SessionReplay {
        steps = List.copyOf(steps);
    }

    /// An operation and what was delivered while it was the last one asked.
    public record Step(Optional<OperationRecord> operation, List<Shown> answers) {
        public Step {
            answers = List.copyOf(answers);
        }
    }

    /// One answer, or a part of it.
    ///
    /// @param at when its last byte was delivered
    /// @param kind `rows`, `done`, `error`, `notice`, `text`, `unreadable`, or `erased` when nobody can show it
    ///     any more
    /// @param columns names, for `rows`
    /// @param rows at most the first few hundred; a value is null where the client received NULL
    /// @param count of rows, or of bytes that were erased
    /// @param text what was said
    /// @param code SQLSTATE, for `error` and `notice`
    public record Shown(
            Instant at,
            String kind,
            List<String> columns,
            List<List<Optional<String>>> rows,
            long count,
            Optional<String> text,
            Optional<String> code,
            Optional<String> detail,
            Optional<String> hint) {
        public Shown {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        public static Shown text(Instant at, String kind, String text) {
            return new Shown(
                    at,
                    kind,
                    List.of(),
                    List.of(),
                    0,
                    Optional.of(text),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        public static Shown erased(Instant at, long bytes) {
            return new Shown(
                    at,
                    "erased",
                    List.of(),
                    List.of(),
                    bytes,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
