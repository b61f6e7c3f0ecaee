package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.ColumnUse.Role;
import dev.gatehouse.model.Predicate.Form;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Conditions: what they tell about values, and which rows they leave over. A comparison counts as a condition wherever
/// it stands, because an error or a count can tell its outcome too.
final class Tests {
    private static final Set<String> RANGES = Set.of("<", ">", "<=", ">=");

    private final Analysis in;

    Tests(Analysis in) {
        this.in = in;
    }

    /// A truth value: what it carries, and how it restricts when it must be true.
    record Tested(Carried carried, Restriction restriction) {}

    /// A condition of WHERE, ON, HAVING, FILTER: what restricts rows of which tables.
    Restriction condition(Node node, Scope scope) {
        return of(node, scope).restriction();
    }

    Tested of(Node node, Scope scope) {
        return switch (node.type()) {
            case "BoolExpr" -> bool(node, scope);
            case "A_Expr" -> in.expressions.operators().of(node, scope);
            case "NullTest" -> nullTest(node, scope);
            case "BooleanTest" -> booleanTest(node, scope);
            case "SubLink" -> in.expressions.subLinks().of(node, scope);
            case "CurrentOfExpr" -> currentOf(node, scope);
            default -> value(in.expressions.of(node, scope));
        };
    }

    /// The one row that a cursor stands at.
    private Tested currentOf(Node node, Scope scope) {
        node.readAll();
        var rows = scope.columns().ranges().stream()
                .limit(1)
                .flatMap(range -> range.fields().stream())
                .flatMap(field -> field.carried().instances().stream())
                .collect(java.util.stream.Collectors.toSet());
        return new Tested(Carried.NOTHING, Restriction.of(rows));
    }

    private Tested value(Carried carried) {
        in.findings.use(carried, Role.PREDICATE);
        in.findings.tell(carried, carried.whole() ? Form.EQUALITY : Form.OTHER);
        return new Tested(carried, carried.whole() ? Restriction.of(carried.instances()) : Restriction.NONE);
    }

    private Tested bool(Node node, Scope scope) {
        String operator = node.text("boolop");
        var parts = new ArrayList<Carried>();
        var restrictions = new ArrayList<Restriction>();
        for (Node argument : node.list("args")) {
            var tested = of(argument, scope);
            parts.add(tested.carried());
            restrictions.add(tested.restriction());
        }
        var all = switch (operator) {
            case "AND_EXPR" -> restrictions.stream().reduce(Restriction::and);
            case "OR_EXPR" -> restrictions.stream().reduce(Restriction::or);
            default -> Optional.<Restriction>empty();
        };
        return new Tested(Carried.of(parts), all.orElse(Restriction.NONE));
    }

    private Tested nullTest(Node node, Scope scope) {
        node.ignore("nulltesttype", "argisrow");
        Node argument = node.node("arg").orElseThrow();
        if (argument.is("RowExpr")) {
            argument.ignore("row_format");
            argument.list("args").forEach(part -> nothingButNull(in.expressions.of(part, scope)));
            return new Tested(Carried.NOTHING, Restriction.NONE);
        }
        var row = in.columns.row(argument, scope);
        if (row.isPresent()) {
            argument.readAll();
            row.get().fields().forEach(field -> nothingButNull(field.carried()));
            return new Tested(Carried.NOTHING, Restriction.NONE);
        }
        var tested = in.expressions.of(argument, scope);
        nothingButNull(tested);
        return new Tested(tested.constant() ? Carried.CONSTANT : Carried.NOTHING, Restriction.NONE);
    }

    /// A value of which no more is told than whether there is one.
    void nothingButNull(Carried carried) {
        in.findings.use(carried, Role.PREDICATE);
        in.findings.tell(carried, carried.stored() ? Form.NULL_TEST : Form.OTHER);
    }

    private Tested booleanTest(Node node, Scope scope) {
        node.ignore("booltesttype");
        var tested = of(node.node("arg").orElseThrow(), scope);
        return new Tested(tested.carried().computed(), Restriction.NONE);
    }

    /// Records that two values are compared.
    void compare(Carried left, Carried right, boolean equality) {
        var form = form(left, right, equality);
        var role = left.whole() && right.whole() ? Role.JOIN : Role.PREDICATE;
        for (Carried side : List.of(left, right)) {
            in.findings.use(side, role);
            in.findings.tell(side, form);
        }
    }

    private static Form form(Carried left, Carried right, boolean equality) {
        if (!equality) {
            return Form.OTHER;
        }
        if (left.whole() && right.whole()) {
            // A text that is shown can be written, too: joining it would try out as many values as one likes.
            boolean list = left.sensitive() != right.sensitive() && (left.shownText() || right.shownText());
            return list ? Form.OTHER : Form.JOIN;
        }
        // A setting's value is no constant of the statement: as many could be tried out as one likes, uncounted.
        return (left.whole() || left.written()) && (right.whole() || right.written()) ? Form.EQUALITY : Form.OTHER;
    }

    /// How `left operator right` restricts rows.
    Restriction restriction(String operator, Carried left, Carried right) {
        if (operator.equals("=")) {
            if (right.constant()) {
                return Restriction.of(left.instances());
            }
            return left.constant()
                    ? Restriction.of(right.instances())
                    : Restriction.equality(left.instances(), right.instances());
        }
        if (!RANGES.contains(operator)) {
            return Restriction.NONE;
        }
        if (left.whole() && right.constant()) {
            return Restriction.of(left.instances());
        }
        return right.whole() && left.constant() ? Restriction.of(right.instances()) : Restriction.NONE;
    }
}
