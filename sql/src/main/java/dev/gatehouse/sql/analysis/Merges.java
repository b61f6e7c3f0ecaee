package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Effect;
import dev.gatehouse.sql.analysis.Writes.Target;
import dev.gatehouse.sql.tree.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// MERGE: rows of a source, matched with those of a table that they change or are added to.
final class Merges {
    private final Analysis in;
    private final Writes writes;

    Merges(Analysis in, Writes writes) {
        this.in = in;
        this.writes = writes;
    }

    List<Field> of(Node statement, Scope outer) {
        in.findings.act("merge", Effect.WRITE);
        var found = writes.table(statement.node("relation").orElseThrow());
        if (found.isEmpty()) {
            statement.readAll();
            return List.of();
        }
        var target = found.get();
        var filters = in.findings.filters();
        var rows = instances(Joined.of(target.range()));
        rows.forEach(filters::need);
        var source = in.from.item(statement.node("sourceRelation").orElseThrow(), outer, Joined.NOTHING);
        var scope = outer.with(source.and(Joined.of(target.range())));
        var joined = in.tests.condition(statement.node("joinCondition").orElseThrow(), scope);
        filters.named();
        var clauses = statement.list("mergeWhenClauses");
        // Rows without a match in the source are not narrowed down by how the others match.
        boolean others =
                clauses.stream().anyMatch(clause -> clause.text("matchKind").endsWith("BY_SOURCE"));
        if (!others) {
            filters.apply(joined.only(rows::contains));
        }
        for (Node clause : clauses) {
            clause(clause, target, source, scope);
        }
        return writes.returning(statement, target, scope);
    }

    private void clause(Node clause, Target target, Joined source, Scope scope) {
        clause.ignore("matchKind", "override");
        clause.node("condition").ifPresent(condition -> in.tests.condition(condition, scope));
        switch (clause.text("commandType")) {
            case "CMD_UPDATE" ->
                clause.list("targetList").forEach(assignment -> writes.assign(target, assignment, scope));
            case "CMD_INSERT" -> insert(clause, target, source, scope);
            case "CMD_DELETE" -> target.relation().columns().forEach(column -> writes.written(target, column.name()));
            case "CMD_NOTHING" -> {}
            default -> in.findings.problem("A part of this MERGE is not understood.");
        }
    }

    private void insert(Node clause, Target target, Joined source, Scope scope) {
        var columns = Inserts.columns(clause.list("targetList"), target.relation());
        var values = clause.list("values");
        for (int i = 0; i < values.size(); i++) {
            var carried = in.expressions.of(values.get(i), scope);
            if (i < columns.size()) {
                writes.store(target, columns.get(i), carried);
            }
        }
        // What is added comes from all rows of the source, so they must be restricted, whatever they hold.
        instances(source).forEach(in.findings.filters()::need);
    }

    private static Set<Integer> instances(Joined joined) {
        var all = new HashSet<Integer>();
        joined.fields().forEach(field -> all.addAll(field.carried().instances()));
        return all;
    }
}
