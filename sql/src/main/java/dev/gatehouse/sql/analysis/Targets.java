package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnUse.Role;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.sql.analysis.Carried.Form;
import dev.gatehouse.sql.catalogue.Function;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Target lists: the columns that a query or RETURNING gives, with `*` written out.
final class Targets {
    private final Analysis in;

    Targets(Analysis in) {
        this.in = in;
    }

    List<Field> of(List<Node> targets, Scope scope) {
        var fields = new ArrayList<Field>();
        for (Node target : targets) {
            Node value = target.node("val").orElseThrow();
            if (isStar(value)) {
                fields.addAll(star(value, scope));
            } else if (isRowStar(value)) {
                fields.addAll(rowStar(value, scope));
            } else {
                var carried = in.expressions.of(value, scope);
                in.findings.made(carried);
                fields.add(new Field(OutputNames.ofTarget(target), carried));
            }
        }
        return fields;
    }

    private static boolean isStar(Node value) {
        return value.is("ColumnRef")
                && !value.list("fields").isEmpty()
                && value.list("fields").getLast().is("A_Star");
    }

    /// `(row).*`
    private static boolean isRowStar(Node value) {
        return value.is("A_Indirection")
                && !value.list("indirection").isEmpty()
                && value.list("indirection").getLast().is("A_Star");
    }

    private List<Field> rowStar(Node value, Scope scope) {
        Node row = value.node("arg").orElseThrow();
        value.list("indirection").forEach(Node::readAll);
        var range = in.columns.row(row, scope);
        if (range.isPresent() && value.list("indirection").size() == 1) {
            row.readAll();
            return range.get().fields().stream()
                    .map(field -> new Field(field.name(), field.carried().converted()))
                    .toList();
        }
        var candidates = row.is("FuncCall") ? in.routines.candidates(row) : List.<Function>of();
        if (candidates.isEmpty() || in.routines.besides(row, candidates).isPresent()) {
            in.findings.problem("The fields of a composite value are not known. Name the one that you need.");
            row.readAll();
            return List.of();
        }
        row.ignore("funcformat");
        var arguments = row.list("args").stream()
                .map(argument -> in.expressions.of(argument, scope))
                .toList();
        return in.routines.rows(candidates, row, arguments, "");
    }

    private List<Field> star(Node value, Scope scope) {
        var qualifier = value.names("fields");
        if (qualifier.isEmpty()) {
            return scope.columns().fields();
        }
        var range = in.columns.range(qualifier, scope);
        if (range.isEmpty()) {
            in.findings.problem("The columns of \"" + String.join(".", qualifier) + "\" are not known. Name them.");
            return List.of();
        }
        return range.get().fields();
    }

    /// The columns of an answer, as they will be masked.
    List<OutputColumn> outputs(List<Field> fields) {
        fields.forEach(field -> in.findings.use(field.carried(), Role.OUTPUT));
        return fields.stream().map(Targets::output).toList();
    }

    private static OutputColumn output(Field field) {
        var carried = field.carried();
        if (carried.origins().isEmpty()) {
            return OutputColumn.constant(field.name());
        }
        var categories = new LinkedHashSet<Category>();
        for (Origin origin : carried.origins()) {
            if (!origin.category().equals(Category.UNCLASSIFIED) || origin.telling()) {
                categories.add(origin.category());
            }
        }
        var stored = carried.origins().getFirst();
        boolean plain = carried.form() == Form.PLAIN;
        return new OutputColumn(
                field.name(),
                carried.origins().stream().map(Origin::column).distinct().toList(),
                categories,
                plain,
                plain ? stored.tableOid() : 0,
                plain ? stored.attribute() : 0,
                plain && stored.subject());
    }
}
