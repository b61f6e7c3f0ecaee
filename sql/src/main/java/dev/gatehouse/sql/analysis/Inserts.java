package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Predicate.Form;
import dev.gatehouse.sql.analysis.Writes.Target;
import dev.gatehouse.sql.catalogue.Relation;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// INSERT with its VALUES or query, and ON CONFLICT.
final class Inserts {
    private final Analysis in;
    private final Writes writes;

    Inserts(Analysis in, Writes writes) {
        this.in = in;
        this.writes = writes;
    }

    List<Field> of(Node statement, Scope outer) {
        in.findings.act("insert", Effect.WRITE);
        statement.ignore("override");
        var filters = in.findings.filters();
        var found = writes.table(statement.node("relation").orElseThrow());
        if (found.isEmpty()) {
            return List.of();
        }
        var target = found.get();
        // The rows of the table itself are not looked for.
        target.range()
                .fields()
                .forEach(field -> filters.apply(Restriction.of(field.carried().instances())));
        var columns = columns(statement.list("cols"), target.relation());
        var inserted = new HashMap<String, Carried>();
        statement.node("selectStmt").ifPresent(query -> rows(query, target, columns, inserted, outer));
        var scope = outer.with(Joined.of(target.range()));
        statement.node("onConflictClause").ifPresent(clause -> conflict(clause, target, inserted, scope));
        return writes.returning(statement, target, scope);
    }

    /// The columns of an INSERT by name, all of the table's if none is written.
    static List<String> columns(List<Node> written, Relation relation) {
        var named = new ArrayList<String>();
        for (Node column : written) {
            column.list("indirection").forEach(Node::readAll);
            named.add(column.text("name"));
        }
        return named.isEmpty()
                ? relation.columns().stream().map(Relation.Column::name).toList()
                : named;
    }

    private void rows(Node query, Target target, List<String> columns, Map<String, Carried> inserted, Scope outer) {
        var filters = in.findings.filters();
        boolean written = !query.list("valuesLists").isEmpty();
        int mark = filters.mark();
        var fields = in.queries.of(query, outer).fields();
        if (fields.size() > columns.size()) {
            in.findings.problem("INSERT has more values than columns.");
        }
        for (int i = 0; i < Math.min(fields.size(), columns.size()); i++) {
            var carried = fields.get(i).carried();
            inserted.put(columns.get(i), carried);
            writes.store(target, columns.get(i), carried);
        }
        if (!written && !target.relation().schema().equals(Temporary.SCHEMA)) {
            // What is copied must be restricted, whatever it holds.
            int rows = filters.instance();
            filters.need(rows);
            filters.apply(from(fields, mark, rows));
        }
    }

    private Restriction from(List<Field> fields, int mark, int rows) {
        var sources = new HashSet<Integer>();
        fields.forEach(field -> field.carried().instances().stream()
                .filter(instance -> instance >= mark && !in.findings.filters().isOwn(instance))
                .forEach(sources::add));
        return sources.isEmpty() ? Restriction.of(Set.of(rows)) : Restriction.oneWay(sources, Set.of(rows));
    }

    /// Whether a row is already there tells whether its key is.
    private void met(Node infer, Target target) {
        for (Node element : infer.list("indexElems")) {
            target.relation()
                    .column(element.text("name"))
                    .map(column -> in.holdings.of(target.relation(), column, true))
                    .ifPresent(origins -> in.findings.tell(Carried.plain(origins, -1), Form.EQUALITY));
        }
        infer.readAll();
    }

    private void conflict(Node clause, Target target, Map<String, Carried> inserted, Scope scope) {
        clause.ignore("action");
        clause.node("infer").ifPresent(infer -> met(infer, target));
        var excluded = target.relation().columns().stream()
                .map(column -> new Field(column.name(), inserted.getOrDefault(column.name(), Carried.NOTHING)))
                .toList();
        var level = scope.columns();
        var both = scope.outer()
                .orElseThrow()
                .with(new Joined(
                        Joined.concat(level.ranges(), List.of(Range.of("excluded", excluded))), level.fields()));
        for (Node assignment : clause.list("targetList")) {
            assignment.list("indirection").forEach(Node::readAll);
            var carried = in.expressions.of(assignment.node("val").orElseThrow(), both);
            writes.store(target, assignment.text("name"), carried);
        }
        clause.node("whereClause").ifPresent(condition -> in.tests.condition(condition, both));
    }
}
