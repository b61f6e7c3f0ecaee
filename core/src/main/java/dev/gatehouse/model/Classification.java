package dev.gatehouse.model;

/// What the columns of one connection hold, as the configuration's `data:` section says.
@FunctionalInterface
public interface Classification {
    Classified of(ColumnName column);

    /// @param category `unclassified` when nothing is said about the column
    /// @param subject whether the column identifies the person a row is about
    record Classified(Category category, boolean subject) {}
}
