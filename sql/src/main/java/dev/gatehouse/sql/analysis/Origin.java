package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;

/// A stored column that a value can come from, and what it holds.
///
/// @param telling whether its type can say something about a person though nobody classified it
record Origin(ColumnName column, Category category, boolean telling, boolean subject, int tableOid, int attribute) {

    Origin of(Category other) {
        return new Origin(column, other, telling, subject, tableOid, attribute);
    }

    /// The same column, with what was copied into it: whatever its type, that can say something about a person.
    Origin inheriting(Category other) {
        return new Origin(column, other, true, false, tableOid, attribute);
    }

    /// The same values, as the target describes them when they are read through a view.
    Origin seenAt(int table, int number) {
        return new Origin(column, category, telling, subject, table, number);
    }

    /// Whether its values are masked for somebody.
    boolean sensitive() {
        return category.equals(Category.UNCLASSIFIED) ? telling : !category.equals(Category.NONE);
    }
}
