package dev.gatehouse.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One operation as the record has it: what was asked, what was decided, and what came of it.
///
/// @param kind `statement`, `preparation`, or what the gateway did on its own account
/// @param statement its text; constants that were erased stand as `?`
/// @param decision `allow`, `deny` or `hold`; absent when the gateway stopped before it decided
/// @param rules which rules voted, in file order
/// @param outcome `ok`, `error`, `cancelled`, `limited`, `not-run`; absent while it runs, or when it was refused
/// @param micros from the decision to the end of the answer
/// @param holds when it waited for people
public record OperationRecord(
        String id,
        Instant at,
        String kind,
        Optional<String> statement,
        Optional<String> effect,
        Optional<String> decision,
        List<RuleVote> rules,
        Optional<String> outcome,
        Optional<Long> rows,
        Optional<Long> bytes,
        Optional<Long> micros,
        List<Hold> holds,
        List<String> relations,
        List<Column> columns) {
    public OperationRecord {
        holds = List.copyOf(holds);
        rules = List.copyOf(rules);
        relations = List.copyOf(relations);
        columns = List.copyOf(columns);
    }

    /// @param vote `allow`, `deny`, `approval` or `limit`
    /// @param shadow whether the rule only watches
    public record RuleVote(String rule, String vote, boolean shadow) {}

    /// A wait for people, before an operation or within its answer.
    ///
    /// @param answer `granted`, `denied`, `undecided`, `cancelled` or `left`; absent while it waits
    /// @param millis how long it waited
    public record Hold(String request, Instant at, Optional<String> answer, Optional<Long> millis) {}

    /// A column of the answer.
    ///
    /// @param sources where its values come from, as `schema.table.column`
    /// @param mask how it was shown; `clear` when as it is
    public record Column(String name, List<String> sources, List<String> categories, String mask) {
        public Column {
            sources = List.copyOf(sources);
            categories = List.copyOf(categories);
        }
    }
}
