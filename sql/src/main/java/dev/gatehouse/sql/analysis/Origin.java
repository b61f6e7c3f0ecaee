package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;

/// A stored column that a value can come from, and what it holds.
///
/// @param telling whether its type can say something about a person though nobody classified it
/// @param copied whether it holds that because a statement copied it there
/// @param part whether what was copied may be less than a whole value, so that comparing it would find the value out
///     piece by piece
record Origin(
        ColumnName column,
        Category category,
        boolean telling,
        boolean subject,
        int tableOid,
        int attribute,
        boolean copied,
        boolean part) {
    Origin(ColumnName column, Category category, boolean telling, boolean subject, int tableOid, int attribute) {
        this(column, category, telling, subject, tableOid, attribute, false, false);
    }

    Origin of(Category other) {
        return new Origin(column, other, telling, subject, tableOid, attribute);
    }

    /// The same column, with what was copied into it: whatever its type, that can say something about a person.
    Origin inheriting(Category other) {
        return new Origin(column, other, true, false, tableOid, attribute, true, true);
    }

    /// A temporary table's column with what was copied into it: guesses about it are guesses about the source.
    Origin holding(Temporary.Held held) {
        return new Origin(held.source(), held.category(), true, false, tableOid, attribute, true, held.part());
    }

    /// The same values, as the target describes them when they are read through a view.
    Origin seenAt(int table, int number) {
        return new Origin(column, category, telling, subject, table, number, copied, part);
    }

    /// Whether its values are masked for somebody.
    boolean sensitive() {
        return category.equals(Category.UNCLASSIFIED) ? telling : !category.equals(Category.NONE);
    }
}
