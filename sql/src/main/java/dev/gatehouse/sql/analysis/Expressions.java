package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Predicate.Form;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the value of an expression carries.
final class Expressions {
    private final Analysis in;
    private final Operators operators;
    private final SubLinks subLinks;

    Expressions(Analysis in) {
        this.in = in;
        this.operators = new Operators(in);
        this.subLinks = new SubLinks(in);
    }

    Operators operators() {
        return operators;
    }

    SubLinks subLinks() {
        return subLinks;
    }

    Carried of(Node node, Scope scope) {
        in.findings.step();
        return switch (node.type()) {
            case "A_Const" -> constant(node);
            case "SetToDefault", "MergeSupportFunc" -> constant(node);
            case "ParamRef" -> parameter(node);
            case "ColumnRef" -> in.columns.of(node, scope);
            case "TypeCast" -> cast(node, scope);
            case "CollateClause" -> collate(node, scope);
            case "A_Expr", "BoolExpr", "NullTest", "BooleanTest", "SubLink" ->
                in.tests.of(node, scope).carried();
            case "FuncCall" -> in.calls.of(node, scope);
            case "SQLValueFunction" -> sqlValue(node);
            case "CaseExpr" -> caseOf(node, scope);
            case "CoalesceExpr" -> all(node.list("args"), scope);
            case "MinMaxExpr" -> {
                node.ignore("op");
                yield all(node.list("args"), scope);
            }
            case "A_ArrayExpr" -> all(node.list("elements"), scope);
            case "RowExpr" -> {
                node.ignore("row_format");
                yield all(node.list("args"), scope).computed();
            }
            case "NamedArgExpr" -> {
                node.ignore("name", "argnumber");
                yield of(node.node("arg").orElseThrow(), scope);
            }
            case "A_Indirection" -> indirection(node, scope);
            case "GroupingFunc" -> {
                all(node.list("args"), scope);
                yield Carried.NOTHING;
            }
            default -> Constructors.is(node) ? in.constructors.of(node, scope) : unknown(node);
        };
    }

    private Carried unknown(Node node) {
        in.findings.problem("An expression of the kind " + (node.type().isEmpty() ? "unnamed" : node.type())
                + " is not understood. Write it in another way.");
        return Carried.NOTHING;
    }

    /// A constant of the client's own text is counted when it is a guess; one in a body that rests elsewhere is not.
    private Carried constant(Node node) {
        node.readAll();
        return in.outermost() ? Carried.CONSTANT : Carried.SETTING;
    }

    /// A value bound by the client; inside a function, what the call gave it.
    private Carried parameter(Node node) {
        int place = (int) node.number("number") - 1;
        node.readAll();
        return place >= 0 && place < in.parameters.size()
                ? in.parameters.get(place).carried()
                : Carried.CONSTANT;
    }

    private static Carried sqlValue(Node node) {
        node.readAll();
        return Carried.CONSTANT;
    }

    Carried all(List<Node> nodes, Scope scope) {
        return Carried.of(nodes.stream().map(node -> of(node, scope)).toList());
    }

    private Carried cast(Node node, Scope scope) {
        var value = of(node.node("arg").orElseThrow(), scope);
        boolean total = in.types.check(node.node("typeName").orElseThrow());
        if (total || value.constant()) {
            return value.converted();
        }
        // A conversion that fails shows the value in its error.
        in.findings.tell(value, Form.OTHER);
        return value.computed().folded(value);
    }

    private Carried collate(Node node, Scope scope) {
        node.node("collClause").ifPresent(Node::readAll);
        node.ignore("collname");
        node.list("collname").forEach(Node::readAll);
        return of(node.node("arg").orElseThrow(), scope).converted();
    }

    /// `(row).column`
    private Optional<Carried> fieldOfRow(Node node, Scope scope) {
        Node row = node.node("arg").orElseThrow();
        var steps = node.list("indirection");
        if (steps.size() != 1 || !steps.getFirst().is("String")) {
            return Optional.empty();
        }
        String name = steps.getFirst().text("sval");
        var field = in.columns.row(row, scope).stream()
                .flatMap(range -> range.fields().stream())
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        field.ifPresent(found -> row.readAll());
        return field.map(found -> found.carried().converted());
    }

    private Carried caseOf(Node node, Scope scope) {
        var parts = new ArrayList<Carried>();
        var tested = node.node("arg").map(argument -> of(argument, scope));
        tested.ifPresent(parts::add);
        for (Node when : node.list("args")) {
            Node condition = when.node("expr").orElseThrow();
            var told = tested.isPresent()
                    ? of(condition, scope)
                    : in.tests.of(condition, scope).carried();
            tested.ifPresent(value -> in.tests.compare(value, told, true));
            in.findings.tell(told, Form.OTHER);
            parts.add(told);
            parts.add(of(when.node("result").orElseThrow(), scope));
        }
        tested.ifPresent(value -> in.findings.tell(value, Form.OTHER));
        node.node("defresult").ifPresent(other -> parts.add(of(other, scope)));
        return Carried.of(parts);
    }

    private Carried indirection(Node node, Scope scope) {
        var field = fieldOfRow(node, scope);
        if (field.isPresent()) {
            return field.get();
        }
        var parts = new ArrayList<Carried>();
        parts.add(of(node.node("arg").orElseThrow(), scope));
        for (Node step : node.list("indirection")) {
            step.ignore("sval", "is_slice");
            step.node("lidx").ifPresent(index -> parts.add(of(index, scope)));
            step.node("uidx").ifPresent(index -> parts.add(of(index, scope)));
            if (step.is("A_Star")) {
                in.findings.problem("The fields of a composite value are not known. Name the one that you need.");
            }
        }
        return Carried.of(parts).dispersed();
    }
}
