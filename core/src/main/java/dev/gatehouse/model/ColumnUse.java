package dev.gatehouse.model;

import java.util.Locale;

/// One column as a statement uses it: what it holds and what part it plays.
public record ColumnUse(ColumnName column, Category category, Role role) {
    /// The part a column plays; the words of `sql.reads[].role`.
    public enum Role {
        OUTPUT,
        PREDICATE,
        JOIN,
        GROUP,
        ORDER,
        SOURCE,
        WRITE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
