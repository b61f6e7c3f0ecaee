package dev.gatehouse.model;

import java.util.Set;

/// What the columns of one connection hold, as the configuration's `data:` section says.
@FunctionalInterface
public interface Classification {
    Classified of(ColumnName column);

    /// What a column that nobody classified holds besides, because statements copied it there.
    default Set<Category> inherited(ColumnName column) {
        return Set.of();
    }

    /// @param category `unclassified` when nothing is said about the column
    /// @param subject whether the column identifies the person a row is about
    record Classified(Category category, boolean subject) {}
}
