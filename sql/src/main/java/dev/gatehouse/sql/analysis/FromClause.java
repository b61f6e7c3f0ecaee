package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Predicate.Form;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The FROM clause: tables, CTEs, sub-queries, functions and joins.
final class FromClause {
    private final Analysis in;
    private final Joins joins;
    private final RangeFunctions functions;

    FromClause(Analysis in) {
        this.in = in;
        this.joins = new Joins(in, this);
        this.functions = new RangeFunctions(in);
    }

    Joined of(List<Node> items, Scope scope) {
        var all = Joined.NOTHING;
        for (Node item : items) {
            all = all.and(item(item, scope, all));
        }
        return all;
    }

    /// @param beside what LATERAL sees of the items before this one
    Joined item(Node item, Scope scope, Joined beside) {
        in.findings.step();
        return switch (item.type()) {
            case "RangeVar" -> Joined.of(table(item, scope));
            case "RangeSubselect" -> Joined.of(subselect(item, item.flag("lateral") ? scope.with(beside) : scope));
            case "RangeFunction" -> Joined.of(functions.of(item, scope.with(beside)));
            case "JoinExpr" -> joins.of(item, scope, beside);
            case "RangeTableFunc", "JsonTable" -> Joined.of(in.constructors.table(item, scope.with(beside)));
            case "RangeTableSample" -> sample(item, scope, beside);
            default -> {
                in.findings.problem(item.type() + " in FROM is not understood. Use a table or a sub-query.");
                yield Joined.NOTHING;
            }
        };
    }

    private Range table(Node item, Scope scope) {
        if (item.text("schemaname").isEmpty()) {
            var cte = scope.cte(item.text("relname"));
            if (cte.isPresent()) {
                item.ignore("relpersistence", "inh");
                return aliased(Range.of(cte.get().name(), in.ctes.fields(cte.get())), item);
            }
        }
        return aliased(in.tables.range(item).orElseGet(() -> Range.of(item.text("relname"), List.of())), item);
    }

    private Range subselect(Node item, Scope scope) {
        var query = in.queries.of(item.node("subquery").orElseThrow(), scope);
        return aliased(Range.of("", query.fields()), item);
    }

    private Joined sample(Node item, Scope scope, Joined beside) {
        item.list("method").forEach(Node::readAll);
        for (Node argument : Joined.concat(
                item.list("args"), item.node("repeatable").stream().toList())) {
            in.findings.tell(in.expressions.of(argument, scope.with(beside)), Form.OTHER);
        }
        return item(item.node("relation").orElseThrow(), scope, beside);
    }

    /// A range under its alias, if there is one, with its columns renamed.
    static Range aliased(Range range, Node item) {
        Optional<Node> alias = item.node("alias");
        if (alias.isEmpty()) {
            return range;
        }
        var names = alias.get().names("colnames");
        var fields = renamed(range.fields(), names);
        return new Range("", alias.get().text("aliasname"), fields, range.stored());
    }

    static List<Field> renamed(List<Field> fields, List<String> names) {
        var renamed = new ArrayList<>(fields);
        for (int i = 0; i < Math.min(names.size(), fields.size()); i++) {
            renamed.set(i, fields.get(i).named(names.get(i)));
        }
        return renamed;
    }
}
