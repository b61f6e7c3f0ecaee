package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.ColumnUse.Role;
import dev.gatehouse.sql.analysis.Queries.Answer;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;

/// UNION, INTERSECT and EXCEPT. All but UNION ALL compare the two sides row by row.
final class SetOperations {
    private final Analysis in;

    SetOperations(Analysis in) {
        this.in = in;
    }

    Answer of(Node query, Scope scope) {
        var left = in.queries.of(query.node("larg").orElseThrow(), scope).fields();
        var right = in.queries.of(query.node("rarg").orElseThrow(), scope).fields();
        boolean all = query.flag("all");
        boolean union = query.text("op").equals("SETOP_UNION");
        if (left.size() != right.size()) {
            in.findings.problem("The two sides of a set operation must have as many columns.");
        }
        var fields = new ArrayList<Field>();
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            var l = left.get(i).carried();
            var r = right.get(i).carried();
            if (!union || !all) {
                compare(l, r);
            }
            fields.add(new Field(left.get(i).name(), l.or(r)));
        }
        in.grouping.sort(query.list("sortClause"), fields, scope.with(Joined.of(Range.of("", fields))));
        return new Answer(List.copyOf(fields), Restriction.NONE);
    }

    private void compare(Carried left, Carried right) {
        if (left.sensitive() || right.sensitive()) {
            in.tests.compare(left, right, true);
        }
        in.findings.use(left, Role.GROUP);
        in.findings.use(right, Role.GROUP);
    }
}
