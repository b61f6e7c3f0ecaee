package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.ColumnUse.Role;
import dev.gatehouse.sql.analysis.Carried.Form;
import dev.gatehouse.sql.analysis.Tests.Tested;
import dev.gatehouse.sql.tree.Node;
import java.util.List;

/// Sub-queries in expressions: EXISTS, IN, ANY, ALL, scalar and ARRAY.
final class SubLinks {
    private final Analysis in;

    SubLinks(Analysis in) {
        this.in = in;
    }

    Tested of(Node node, Scope scope) {
        var query = in.queries.of(node.node("subselect").orElseThrow(), scope);
        return switch (node.text("subLinkType")) {
            case "EXISTS_SUBLINK" -> new Tested(Carried.NOTHING, query.exported());
            case "ANY_SUBLINK" -> any(node, query, scope);
            case "ALL_SUBLINK" -> all(node, query, scope);
            case "EXPR_SUBLINK" -> new Tested(scalar(query), Restriction.NONE);
            case "ARRAY_SUBLINK" -> new Tested(first(query).computed(), Restriction.NONE);
            default -> {
                in.findings.problem("A sub-query of the kind " + node.text("subLinkType") + " is not understood.");
                yield new Tested(Carried.NOTHING, Restriction.NONE);
            }
        };
    }

    /// A sub-query's only column, as a value of an expression. The target does not say where it came from.
    private Carried scalar(Queries.Answer query) {
        var value = first(query);
        return value.constant() ? value.computed() : value.converted();
    }

    private Carried first(Queries.Answer query) {
        if (query.fields().size() != 1) {
            in.findings.problem("A sub-query used as a value must have one column.");
            return Carried.of(query.fields().stream().map(Field::carried).toList())
                    .computed();
        }
        return query.fields().getFirst().carried();
    }

    private Tested any(Node node, Queries.Answer query, Scope scope) {
        var operator = node.list("operName");
        String name = operator.isEmpty() ? "=" : in.expressions.operators().name(operator);
        in.expressions.operators().check("", name);
        Node test = node.node("testexpr").orElseThrow();
        var tested = test.is("RowExpr") ? row(test, scope) : List.of(in.expressions.of(test, scope));
        test.ignore("row_format");
        var restriction = query.exported();
        Carried all = Carried.CONSTANT;
        for (int i = 0; i < Math.min(tested.size(), query.fields().size()); i++) {
            var left = tested.get(i);
            var right = query.fields().get(i).carried();
            in.tests.compare(left, right, name.equals("="));
            restriction = name.equals("=")
                    ? restriction.and(Restriction.oneWay(right.instances(), left.instances()))
                    : restriction;
            all = all.and(left).and(right);
        }
        return new Tested(all.computed(), restriction);
    }

    private List<Carried> row(Node row, Scope scope) {
        return row.list("args").stream()
                .map(argument -> in.expressions.of(argument, scope))
                .toList();
    }

    private Tested all(Node node, Queries.Answer query, Scope scope) {
        in.expressions.operators().name(node.list("operName"));
        var left = in.expressions.of(node.node("testexpr").orElseThrow(), scope);
        var right = first(query);
        in.findings.use(right, Role.PREDICATE);
        in.tests.compare(left, right.form() == Form.CONSTANT ? right.computed() : right, false);
        return new Tested(left.and(right).computed(), Restriction.NONE);
    }
}
