package dev.gatehouse.model;

/// A condition that a statement puts on a column: what somebody could learn from by asking often.
///
/// @param column the column compared
/// @param category what the column holds
/// @param form how it is compared
public record Predicate(ColumnName column, Category category, Form form) {
    public enum Form {
        /// `=`, `IN` or `= ANY` against constants or parameters: one guess each
        EQUALITY,
        /// an equi-join with another column
        JOIN,
        /// `IS NULL`, `IS NOT NULL`: tells nothing about a value
        NULL_TEST,
        /// LIKE, ranges, functions, ordering, and whatever else narrows a value down
        OTHER
    }
}
