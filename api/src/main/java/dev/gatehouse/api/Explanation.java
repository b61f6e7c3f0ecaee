package dev.gatehouse.api;

import java.util.List;
import java.util.Optional;

/// What would be decided about a statement, and why.
///
/// @param decision `allow`, `deny` or `hold`
/// @param rules matching and built-in rules only
/// @param columns of the answers
public record Explanation(String decision, List<Vote> rules, Meaning sql, List<OperationRecord.Column> columns) {
    public Explanation {
        rules = List.copyOf(rules);
        columns = List.copyOf(columns);
    }

    /// @param vote `allow`, `deny`, `approval` or `limit`
    public record Vote(String id, String vote, boolean shadow, Optional<String> because) {}

    /// What was understood.
    ///
    /// @param problems why it was not, if it was not
    public record Meaning(
            String effect,
            List<String> kinds,
            boolean filtered,
            List<String> relations,
            List<String> functions,
            List<Use> reads,
            List<Use> writes,
            List<String> problems) {}

    /// @param role `output`, `predicate`, `join`, `group`, `order`, `source` or `write`
    public record Use(String column, String category, boolean personal, String role) {}
}
