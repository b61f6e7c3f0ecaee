package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.ColumnUse.Role;
import dev.gatehouse.model.Predicate.Form;
import dev.gatehouse.sql.analysis.Tests.Tested;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Operators and what the grammar writes as such: IN, LIKE, BETWEEN, ANY, NULLIF, IS DISTINCT FROM.
final class Operators {
    private static final Set<String> EQUALITIES = Set.of("=", "<>");
    /// Operators that no value makes fail and that carry what they are given.
    private static final Set<String> TOTAL = Set.of("||", "->", "->>", "#>", "#>>", "#-");
    /// Those of them that are NULL where there is nothing.
    private static final Set<String> SPARSE = Set.of("->", "->>", "#>", "#>>");

    private final Analysis in;

    Operators(Analysis in) {
        this.in = in;
    }

    Tested of(Node node, Scope scope) {
        String name = name(node.list("name"));
        Optional<Node> first = node.node("lexpr");
        Node right = node.node("rexpr").orElseThrow();
        if (node.text("kind").equals("AEXPR_OP")) {
            return binary(name, first, right, scope);
        }
        Node left = first.orElseThrow();
        return switch (node.text("kind")) {
            case "AEXPR_OP_ANY", "AEXPR_OP_ALL" -> array(name, node.text("kind"), left, right, scope);
            case "AEXPR_DISTINCT", "AEXPR_NOT_DISTINCT", "AEXPR_NULLIF" ->
                equality(node.text("kind"), left, right, scope);
            case "AEXPR_IN" -> in(name, left, right, scope);
            case "AEXPR_LIKE", "AEXPR_ILIKE", "AEXPR_SIMILAR" -> like(name, left, right, scope);
            case "AEXPR_BETWEEN", "AEXPR_NOT_BETWEEN", "AEXPR_BETWEEN_SYM", "AEXPR_NOT_BETWEEN_SYM" ->
                between(node.text("kind"), left, right, scope);
            default -> {
                in.findings.problem("An operator of the kind " + node.text("kind") + " is not understood.");
                yield new Tested(Carried.NOTHING, Restriction.NONE);
            }
        };
    }

    /// The name of an operator, once it is sure to be PostgreSQL's own.
    String name(List<Node> parts) {
        var names = parts.stream().map(part -> part.text("sval")).toList();
        check(names.size() > 1 ? names.getFirst() : "", names.getLast());
        return names.getLast();
    }

    void check(String schema, String name) {
        var real = name.startsWith("BETWEEN") || name.startsWith("NOT BETWEEN") ? List.of("<=", ">=") : List.of(name);
        for (String operator : real) {
            if (!in.names.builtInOperator(schema, operator)) {
                in.findings.problem("The operator " + operator
                        + " may be one of somebody's own. Write OPERATOR(pg_catalog." + operator + ").");
            }
        }
    }

    private Carried value(Node node, Scope scope) {
        return in.expressions.of(node, scope);
    }

    private Tested binary(String name, Optional<Node> left, Node right, Scope scope) {
        if (left.isPresent() && left.get().is("RowExpr") && right.is("RowExpr") && EQUALITIES.contains(name)) {
            return rows(name, left.get(), right, scope);
        }
        var l = left.map(node -> value(node, scope)).orElse(Carried.CONSTANT);
        var r = value(right, scope);
        var both = l.and(r);
        if (EQUALITIES.contains(name)) {
            in.tests.compare(l, r, true);
        } else if (!TOTAL.contains(name)
                && !(left.isPresent() && both.sensitive() && in.arithmetic.total(name, left.get(), right, l, r))) {
            if (both.sensitive() || isComparison(name)) {
                in.findings.use(both, Role.PREDICATE);
            }
            in.findings.tell(both, Form.OTHER);
        }
        return new Tested(SPARSE.contains(name) ? both.dispersed() : both, in.tests.restriction(name, l, r));
    }

    private static boolean isComparison(String name) {
        return !Set.of("+", "-", "*", "/", "%", "^", "&", "|", "#").contains(name);
    }

    private Tested rows(String name, Node left, Node right, Scope scope) {
        var lefts = left.list("args");
        var rights = right.list("args");
        left.ignore("row_format");
        right.ignore("row_format");
        var parts = new ArrayList<Carried>();
        var all = Restriction.NONE;
        for (int i = 0; i < Math.min(lefts.size(), rights.size()); i++) {
            var tested = binary(name, Optional.of(lefts.get(i)), rights.get(i), scope);
            parts.add(tested.carried());
            all = all.and(tested.restriction());
        }
        return new Tested(Carried.of(parts), all);
    }

    private Tested equality(String kind, Node left, Node right, Scope scope) {
        var l = value(left, scope);
        var r = value(right, scope);
        in.tests.compare(l, r, true);
        boolean same = kind.equals("AEXPR_NOT_DISTINCT");
        return new Tested(l.and(r), same ? in.tests.restriction("=", l, r) : Restriction.NONE);
    }

    private Tested array(String name, String kind, Node left, Node right, Scope scope) {
        var l = value(left, scope);
        var r = value(right, scope);
        boolean equality = EQUALITIES.contains(name) && (r.constant() || right.is("A_ArrayExpr"));
        in.tests.compare(l, r, equality);
        boolean restricts = kind.equals("AEXPR_OP_ANY") && name.equals("=") && r.constant();
        return new Tested(l.and(r), restricts ? Restriction.of(l.instances()) : Restriction.NONE);
    }

    private Tested in(String name, Node left, Node right, Scope scope) {
        if (left.is("RowExpr")) {
            return rowsIn(name, left, right, scope);
        }
        var l = value(left, scope);
        var parts = new ArrayList<>(List.of(l));
        boolean fixed = name.equals("=");
        for (Node item : right.list("items")) {
            var r = value(item, scope);
            in.tests.compare(l, r, true);
            parts.add(r);
            fixed &= r.constant();
        }
        return new Tested(Carried.of(parts), fixed ? Restriction.of(l.instances()) : Restriction.NONE);
    }

    private Tested rowsIn(String name, Node left, Node right, Scope scope) {
        var parts = new ArrayList<Carried>();
        Restriction any = null;
        for (Node item : right.list("items")) {
            if (item.is("RowExpr")) {
                var tested = rows("=", left, item, scope);
                parts.add(tested.carried());
                any = any == null ? tested.restriction() : any.or(tested.restriction());
            }
        }
        return new Tested(Carried.of(parts), any == null || !name.equals("=") ? Restriction.NONE : any);
    }

    private Tested like(String name, Node left, Node right, Scope scope) {
        var l = value(left, scope);
        var r = value(right, scope);
        in.tests.compare(l, r, false);
        boolean narrows = (name.equals("~~") || name.equals("~~*")) && l.whole() && saysSomething(right);
        return new Tested(l.and(r), narrows ? Restriction.of(l.instances()) : Restriction.NONE);
    }

    /// Whether a pattern is a literal with something besides wildcards.
    private static boolean saysSomething(Node pattern) {
        return pattern.is("A_Const")
                && pattern.node("sval")
                        .map(text -> !text.text("sval").replaceAll("[%_]", "").isEmpty())
                        .orElse(false);
    }

    private Tested between(String kind, Node left, Node right, Scope scope) {
        var l = value(left, scope);
        var parts = new ArrayList<>(List.of(l));
        boolean fixed = l.whole() && kind.startsWith("AEXPR_BETWEEN");
        for (Node bound : right.list("items")) {
            var r = value(bound, scope);
            in.tests.compare(l, r, false);
            parts.add(r);
            fixed &= r.constant();
        }
        return new Tested(Carried.of(parts), fixed ? Restriction.of(l.instances()) : Restriction.NONE);
    }
}
