package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.sql.catalogue.Relation;
import java.util.List;
import java.util.Optional;

/// What a text changes in its session, so that the relay can follow it once the target has said yes.
public sealed interface SessionChange {
    /// `SET name TO values`. A transaction that rolls back undoes it; with `local` its commit does too.
    record Set(String name, List<String> values, boolean local) implements SessionChange {
        public Set {
            values = List.copyOf(values);
        }
    }

    /// `SET name TO DEFAULT`, `RESET name`.
    record Reset(String name) implements SessionChange {}

    /// `RESET ALL`, `DISCARD ALL`.
    record ResetAll() implements SessionChange {}

    /// There is a temporary table or view of that name now.
    ///
    /// @param table what it looks like, as far as the statement says; empty if that cannot be told
    record TemporaryTable(String name, Optional<Relation> table) implements SessionChange {}

    /// A temporary table was dropped or looks different now.
    record TemporaryChanged() implements SessionChange {}

    /// Values of a stored column are copied into a temporary table's column.
    record Carries(ColumnName column, Temporary.Held held) implements SessionChange {}

    /// A statement is prepared under that name, unless PREPARE fails: the session must be asked what it has.
    record Prepared(String name) implements SessionChange {}

    /// Prepared statements are forgotten: the session must be asked what it has.
    record Deallocated() implements SessionChange {}

    /// A cursor was declared, or a DECLARE failed because the name was in use.
    record Declared(String name, Cursor cursor) implements SessionChange {}

    /// Values of a category are copied into a column that nobody has classified: from now on it holds that, too.
    record Inherits(ColumnName column, Category category) implements SessionChange {}

    /// Tables, views or types changed: the catalogue must be read again, and until the transaction ends nobody but this
    /// session can see what it now looks like.
    record Definitions() implements SessionChange {}
}
