package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.ColumnName;
import dev.gatehouse.sql.catalogue.Relation;
import dev.gatehouse.sql.tree.Node;
import java.util.Set;

/// ALTER COLUMN … TYPE. A masked column stays text, so that its type does not make it shown and no value can fail; and
/// what is put into it by USING is its own value.
final class Retyping {
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar");
    /// A limit on the length that could tell how long a value is.
    private static final long SHORT = 64;

    private final Analysis in;

    Retyping(Analysis in) {
        this.in = in;
    }

    void of(Node command, Relation relation) {
        var column = relation.column(command.text("name"));
        if (column.isEmpty() || !in.holdings.sensitive(relation)) {
            return;
        }
        var own = Carried.plain(in.holdings.of(relation, column.get(), true), -1);
        Node definition = command.node("def").orElseThrow();
        var name =
                new ColumnName(relation.schema(), relation.name(), column.get().name());
        int mark = in.findings.filters().mark();
        boolean foreign = definition
                .node("raw_default")
                .map(value -> in.expressions.of(value, Scope.empty().with(Joined.of(in.tables.range(relation, true)))))
                .filter(value -> value.origins().stream()
                        .anyMatch(
                                origin -> origin.sensitive() && !origin.column().equals(name)))
                .isPresent();
        in.findings.filters().keptSince(mark);
        if (foreign || own.sensitive() && !text(definition.node("typeName").orElseThrow())) {
            in.findings.problem("This changes how \"" + relation.qualified()
                    + "\" is found or typed, and it holds data that is masked. "
                    + "Change the classification with it, by an operator at the database itself.");
        }
    }

    private static boolean text(Node type) {
        var names = type.names("names");
        boolean known =
                names.size() == 1 || names.size() == 2 && names.getFirst().equals("pg_catalog");
        if (!known || !TEXTS.contains(names.getLast()) || type.has("arrayBounds")) {
            return false;
        }
        var limits = type.list("typmods");
        return limits.isEmpty()
                ? !names.getLast().equals("bpchar")
                : limits.getFirst()
                                .node("ival")
                                .map(limit -> limit.number("ival"))
                                .orElse(0L)
                        >= SHORT;
    }
}
