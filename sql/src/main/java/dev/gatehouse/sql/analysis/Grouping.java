package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.ColumnUse.Role;
import dev.gatehouse.model.Predicate.Form;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// GROUP BY, DISTINCT, ORDER BY and windows. Putting equal values together tells nothing of them; putting values in
/// order does.
final class Grouping {
    private static final Set<String> SUMMING = Set.of("sum", "avg", "min", "max");

    private final Analysis in;

    Grouping(Analysis in) {
        this.in = in;
    }

    /// The GROUP BY clause: names mean columns first, then names of the output; numbers mean places in it.
    void groups(List<Node> clause, List<Field> output, Scope scope) {
        for (Node item : clause) {
            if (item.is("GroupingSet")) {
                item.ignore("kind");
                groups(item.list("content"), output, scope);
            } else if (item.is("RowExpr")) {
                item.ignore("row_format");
                groups(item.list("args"), output, scope);
            } else {
                group(place(item, output)
                        .or(() -> simpleName(item)
                                .filter(name -> !isColumn(name, scope))
                                .flatMap(name -> named(item, name, output)))
                        .orElseGet(() -> in.expressions.of(item, scope)));
            }
        }
    }

    /// Values that are put together with equal ones.
    void group(Carried carried) {
        in.findings.use(carried, Role.GROUP);
        if (!carried.whole()) {
            in.findings.tell(carried, Form.OTHER);
        }
    }

    /// Values of which it is told how many different ones there are.
    void counted(Carried carried) {
        if (carried.whole()) {
            in.tests.nothingButNull(carried);
        } else {
            in.findings.use(carried, Role.PREDICATE);
            in.findings.tell(carried, Form.OTHER);
        }
    }

    void distinct(List<Node> clause, List<Field> output, Scope scope) {
        for (Node item : clause) {
            if (item.absent()) {
                output.forEach(field -> distinctValue(field.carried()));
            } else {
                group(sortKey(item, output, scope));
            }
        }
    }

    /// Whether two rows are one tells no more of whole values than a group does; of parts of them it would.
    private void distinctValue(Carried carried) {
        group(carried);
    }

    /// `HAVING sum(column) > constant`: leaves over what a condition on the column would.
    Restriction having(Node condition, Scope scope) {
        if (condition.is("BoolExpr") && condition.text("boolop").equals("AND_EXPR")) {
            return condition.list("args").stream()
                    .map(part -> having(part, scope))
                    .reduce(Restriction.NONE, Restriction::and);
        }
        if (!condition.is("A_Expr") || !condition.text("kind").equals("AEXPR_OP") || !condition.has("lexpr")) {
            return Restriction.NONE;
        }
        var sides = List.of(
                condition.node("lexpr").orElseThrow(), condition.node("rexpr").orElseThrow());
        return in.tests.restriction(
                condition.names("name").getLast(), summed(sides.getFirst(), scope), summed(sides.getLast(), scope));
    }

    private Carried summed(Node side, Scope scope) {
        boolean sum = side.is("FuncCall")
                && SUMMING.contains(side.names("funcname").getLast())
                && side.list("args").size() == 1
                && side.list("args").getFirst().is("ColumnRef");
        if (sum) {
            return in.expressions.of(side.list("args").getFirst(), scope);
        }
        return side.is("A_Const") || side.is("ParamRef") ? Carried.CONSTANT : Carried.NOTHING;
    }

    /// ORDER BY of a query: a bare name means an output column first.
    void sort(List<Node> clause, List<Field> output, Scope scope) {
        for (Node item : clause) {
            direction(item);
            ordered(sortKey(item.node("node").orElseThrow(), output, scope));
        }
    }

    /// ORDER BY inside an aggregate or a window: expressions only.
    ///
    /// @return what is put in order
    Carried order(List<Node> clause, Scope scope) {
        var all = new ArrayList<Carried>();
        for (Node item : clause) {
            direction(item);
            var carried = in.expressions.of(item.node("node").orElseThrow(), scope);
            ordered(carried);
            all.add(carried);
        }
        return Carried.of(all);
    }

    private void direction(Node item) {
        item.ignore("sortby_dir", "sortby_nulls");
        if (!item.list("useOp").isEmpty()) {
            in.expressions.operators().name(item.list("useOp"));
        }
    }

    private void ordered(Carried carried) {
        in.findings.use(carried, Role.ORDER);
        in.findings.tell(carried, Form.OTHER);
    }

    private Carried sortKey(Node item, List<Field> output, Scope scope) {
        return place(item, output)
                .or(() -> simpleName(item).flatMap(name -> named(item, name, output)))
                .orElseGet(() -> in.expressions.of(item, scope));
    }

    private static Optional<Carried> place(Node item, List<Field> output) {
        if (!item.is("A_Const") || !item.has("ival")) {
            return Optional.empty();
        }
        long place = item.node("ival").orElseThrow().number("ival");
        return place >= 1 && place <= output.size()
                ? Optional.of(output.get((int) place - 1).carried())
                : Optional.of(Carried.CONSTANT);
    }

    private static Optional<String> simpleName(Node item) {
        return item.is("ColumnRef") && item.list("fields").size() == 1
                ? item.names("fields").stream().findFirst()
                : Optional.empty();
    }

    private static boolean isColumn(String name, Scope scope) {
        return scope.columns().fields().stream().anyMatch(field -> field.name().equals(name));
    }

    /// What an output column of that name carries; of several, all.
    private static Optional<Carried> named(Node item, String name, List<Field> output) {
        var found = output.stream().filter(field -> field.name().equals(name)).toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        item.readAll();
        return Optional.of(
                found.size() == 1
                        ? found.getFirst().carried()
                        : Carried.of(found.stream().map(Field::carried).toList()));
    }

    /// A window's definition, in OVER or in WINDOW.
    void window(Node window, Scope scope) {
        window.ignore("name", "refname", "frameOptions");
        window.list("partitionClause").forEach(item -> group(in.expressions.of(item, scope)));
        order(window.list("orderClause"), scope);
        for (String bound : List.of("startOffset", "endOffset")) {
            window.node(bound).ifPresent(offset -> in.findings.tell(in.expressions.of(offset, scope), Form.OTHER));
        }
    }
}
