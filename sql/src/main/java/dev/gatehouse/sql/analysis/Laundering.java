package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.Predicate.Form;
import dev.gatehouse.sql.catalogue.Relation;

/// Values that are copied somewhere else. A column that nobody has classified inherits what is copied into it; where
/// somebody has said that a column holds something else, the copy is not understood.
final class Laundering {
    private final Analysis in;

    Laundering(Analysis in) {
        this.in = in;
    }

    /// A value goes into a column of that name.
    ///
    /// @param own what the column is known to hold
    /// @param telling whether its type alone makes it masked
    void into(ColumnName column, Category own, boolean telling, Carried carried) {
        if (carried.sparse()) {
            // Once it is stored, everybody may ask whether it is there.
            in.findings.tell(carried, Form.OTHER);
        }
        if (carried.sensitive() && refuses(column, own, carried)) {
            in.findings.problem("This copies " + carried.origins().getFirst().column() + " into " + column
                    + ", which refuses values that are there already, that another table does not have, or that are too "
                    + "long, and so would tell about it. Take a column of type text without such a limit.");
            return;
        }
        for (Origin origin : carried.origins()) {
            if (origin.sensitive() && judged(column, origin.column())) {
                in.findings.problem(
                        "This copies " + origin.column() + " into a table that takes or refuses rows by their "
                                + "values (a CHECK, a domain, an index over expressions), which would tell about it.");
                return;
            }
            if (!origin.sensitive() || own.equals(origin.category()) && (telling || own.personal())) {
                continue;
            }
            if (!own.equals(Category.UNCLASSIFIED)) {
                in.findings.problem("This copies " + origin.column() + " into " + column
                        + ", where it would not be masked. Leave that column out.");
                return;
            }
            if (column.schema().equals(Temporary.SCHEMA)) {
                var held = new Temporary.Held(origin.column(), origin.category(), !carried.whole());
                in.holdings.carries(column, held);
                in.findings.change(new SessionChange.Carries(column, held));
                continue;
            }
            if (partitioned(column)) {
                in.findings.problem(
                        "This copies " + origin.column() + " into " + column + " of a partitioned table, and "
                                + "which partition a row goes to could tell its value. Have the column classified first.");
                return;
            }
            in.holdings.copied(column, origin.category());
            in.findings.change(new SessionChange.Inherits(column, origin.category()));
        }
    }

    /// Whether the column itself tells by refusing a value. One that is classified as what it is given may hold it
    /// whole: whoever can write there at all learns no more.
    private boolean refuses(ColumnName column, Category own, Carried carried) {
        var taking = in.catalogue
                .relation(column.schema(), column.table())
                .or(() -> in.names.relation(column.schema(), column.table()))
                .flatMap(relation -> relation.column(column.column()))
                .map(Relation.Column::taking)
                .orElse(Relation.Taking.ANY);
        boolean whole = carried.whole();
        boolean known = own.personal()
                && carried.origins().stream().map(Origin::category).allMatch(own::equals);
        return switch (taking) {
            case ANY -> false;
            case FITTING -> !whole;
            case CHOSEN -> !whole || !known;
        };
    }

    /// Whether the table of `column` tells by refusing what is written. One that a value already stands in has taken
    /// it.
    private boolean judged(ColumnName column, ColumnName origin) {
        boolean same = column.schema().equals(origin.schema()) && column.table().equals(origin.table());
        return !same
                && in.names
                        .relation(column.schema(), column.table())
                        .filter(Relation::judges)
                        .isPresent();
    }

    /// A column gets another name, under which `own` was said about it.
    void renamed(ColumnName name, Category own, boolean telling, Carried carried) {
        boolean same = carried.origins().stream()
                .filter(Origin::sensitive)
                .allMatch(origin -> own.equals(origin.category()) && (telling || own.personal()));
        if (!same && !own.equals(Category.UNCLASSIFIED)) {
            in.findings.problem("The name " + name + " is classified as " + own + ", and what it would be given holds "
                    + "something else. Take another name, or change the classification with it.");
            return;
        }
        into(name, own, telling, carried);
    }

    private boolean partitioned(ColumnName column) {
        return in.names
                .relation(column.schema(), column.table())
                .filter(relation -> relation.kind() == Relation.Kind.PARTITIONED)
                .isPresent();
    }

    /// A column of a table or view that is made under that name. A view is read by its definition, so it needs to
    /// inherit nothing.
    void made(ColumnName column, Carried carried, boolean view) {
        var own = in.holdings.classified(column);
        if (view && own.equals(Category.UNCLASSIFIED)) {
            return;
        }
        boolean telling =
                carried.form() == Carried.Form.PLAIN && !column.schema().equals(Temporary.SCHEMA);
        into(column, own, telling, carried);
    }
}
