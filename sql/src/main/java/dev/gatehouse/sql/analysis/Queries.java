package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.ColumnUse.Role;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Predicate.Form;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// SELECT, VALUES and TABLE.
final class Queries {
    private final Analysis in;

    Queries(Analysis in) {
        this.in = in;
    }

    /// @param exported how rows around a sub-query are restricted when it must return something
    record Answer(List<Field> fields, Restriction exported) {
        Answer {
            fields = List.copyOf(fields);
        }
    }

    Answer of(Node query, Scope outer) {
        in.findings.step();
        int mark = in.findings.filters().mark();
        var defined = in.ctes.define(query.node("withClause"), outer);
        int own = in.findings.filters().mark();
        var answer = query.text("op").equals("SETOP_NONE")
                ? simple(query, defined.scope(), mark)
                : in.setOperations.of(query, defined.scope());
        limits(query, defined.scope());
        if (defined.scope().withoutCtes() && Nothing.limited(query)) {
            in.findings.filters().unreadSince(own);
        }
        in.ctes.finish(defined);
        return answer;
    }

    private Answer simple(Node query, Scope outer, int mark) {
        if (!query.list("valuesLists").isEmpty()) {
            return values(query, outer);
        }
        var filters = in.findings.filters();
        int own = filters.mark();
        var from = in.from.of(query.list("fromClause"), outer);
        var scope = outer.with(from);
        if (outer.withoutCtes()
                && query.node("whereClause").filter(Nothing::passes).isPresent()) {
            // What the select list asks may be asked all the same, for the one row of an aggregate.
            filters.unreadSince(own);
        }
        var where = query.node("whereClause")
                .map(condition -> in.tests.condition(condition, scope))
                .orElse(Restriction.NONE);
        filters.apply(where.only(instance -> instance >= mark));
        int aggregates = in.calls.aggregates();
        var fields = in.targets.of(query.list("targetList"), scope);
        boolean grouped = grouping(query, fields, scope, mark) || in.calls.aggregates() > aggregates;
        locking(query, from);
        into(query, fields);
        return new Answer(fields, grouped ? Restriction.NONE : where.only(instance -> instance < mark));
    }

    private boolean grouping(Node query, List<Field> fields, Scope scope, int mark) {
        query.ignore("groupDistinct");
        in.grouping.groups(query.list("groupClause"), fields, scope);
        var having = query.node("havingClause");
        having.ifPresent(condition -> {
            in.tests.condition(condition, scope);
            in.findings.filters().apply(in.grouping.having(condition, scope).only(instance -> instance >= mark));
        });
        query.list("windowClause").forEach(window -> in.grouping.window(window, scope));
        in.grouping.distinct(query.list("distinctClause"), fields, scope);
        in.grouping.sort(query.list("sortClause"), fields, scope);
        return having.isPresent() || !query.list("groupClause").isEmpty();
    }

    private void limits(Node query, Scope scope) {
        query.ignore("limitOption");
        for (String field : List.of("limitCount", "limitOffset")) {
            query.node(field).ifPresent(limit -> {
                var carried = in.expressions.of(limit, scope);
                in.findings.use(carried, Role.PREDICATE);
                in.findings.tell(carried, Form.OTHER);
            });
        }
    }

    /// Row locks change what others may do, so they count as a write to the tables that rows come from.
    private void locking(Node query, Joined from) {
        var clauses = query.list("lockingClause");
        if (clauses.isEmpty()) {
            return;
        }
        clauses.forEach(Node::readAll);
        in.findings.act("select for update", Effect.WRITE);
        from.ranges().stream()
                .flatMap(range -> range.fields().stream())
                .flatMap(field -> field.carried().instances().stream())
                .forEach(in.findings.filters()::need);
    }

    private void into(Node query, List<Field> fields) {
        query.node("intoClause").ifPresent(into -> {
            in.findings.act("select into", Effect.DDL);
            in.writes.newTable(into, fields, false);
        });
    }

    private Answer values(Node query, Scope scope) {
        var columns = new ArrayList<Carried>();
        for (Node row : query.list("valuesLists")) {
            var items = row.list("items");
            for (int i = 0; i < items.size(); i++) {
                var value = in.expressions.of(items.get(i), scope);
                in.findings.made(value);
                if (i < columns.size()) {
                    columns.set(i, columns.get(i).and(value));
                } else {
                    columns.add(value);
                }
            }
        }
        int list = in.findings.filters().list();
        var fields = new ArrayList<Field>();
        for (int i = 0; i < columns.size(); i++) {
            var carried = columns.get(i).computed();
            fields.add(new Field("column" + (i + 1), columns.get(i).constant() ? carried.at(Set.of(list)) : carried));
        }
        in.grouping.sort(query.list("sortClause"), fields, scope);
        return new Answer(fields, Restriction.NONE);
    }
}
