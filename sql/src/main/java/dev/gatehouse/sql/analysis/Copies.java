package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.ColumnUse.Role;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.OutputColumn;
import dev.gatehouse.sql.catalogue.Relation;
import dev.gatehouse.sql.tree.Node;
import java.util.List;
import java.util.Optional;

/// COPY. Its data is not masked yet, so it may only touch what needs no mask: out of nothing that is masked for
/// anybody, into no table with personal data.
final class Copies {
    private final Analysis in;

    Copies(Analysis in) {
        this.in = in;
    }

    Optional<List<OutputColumn>> of(Node copy) {
        if (copy.flag("is_program") || !copy.text("filename").isEmpty()) {
            in.findings.act("copy", Effect.ADMIN);
            in.findings.problem("COPY with a file or program of the server is not understood. Use STDIN or STDOUT.");
            copy.readAll();
            return Optional.empty();
        }
        boolean into = copy.flag("is_from");
        in.findings.act("copy", into ? Effect.WRITE : Effect.READ);
        copy.list("options").forEach(Node::readAll);
        var columns = copy.names("attlist");
        if (copy.node("query").isPresent()) {
            out(query(copy.node("query").get()));
        } else {
            copy.node("relation").ifPresent(relation -> table(copy, relation, columns, into));
        }
        return Optional.empty();
    }

    private List<Field> query(Node query) {
        return query.is("SelectStmt")
                ? in.queries.of(query, Scope.empty()).fields()
                : in.writes.of(query, Scope.empty());
    }

    private void table(Node copy, Node rangeVar, List<String> columns, boolean into) {
        if (!into) {
            in.tables
                    .range(rangeVar)
                    .ifPresent(range -> out(range.fields().stream()
                            .filter(field -> columns.isEmpty() || columns.contains(field.name()))
                            .toList()));
            return;
        }
        in.writes.table(rangeVar).ifPresent(target -> {
            target.range()
                    .fields()
                    .forEach(field -> in.findings
                            .filters()
                            .apply(Restriction.of(field.carried().instances())));
            copy.node("whereClause")
                    .ifPresent(condition ->
                            in.tests.condition(condition, Scope.empty().with(Joined.of(target.range()))));
            in(target.relation(), columns);
        });
    }

    private void in(Relation relation, List<String> columns) {
        relation.columns().stream()
                .filter(column -> columns.isEmpty() || columns.contains(column.name()))
                .map(column -> in.holdings.own(relation, column))
                .forEach(in.findings::write);
        if (in.holdings.personal(relation)) {
            in.findings.problem("COPY into \"" + relation.qualified()
                    + "\" is not followed, because it holds personal data. Use INSERT.");
        }
    }

    private void out(List<Field> fields) {
        fields.forEach(field -> in.findings.use(field.carried(), Role.OUTPUT));
        fields.stream()
                .flatMap(field -> field.carried().origins().stream())
                .filter(Origin::sensitive)
                .findFirst()
                .ifPresent(origin -> in.findings.problem(
                        "COPY of " + origin.column() + " cannot be masked yet. Use SELECT, or leave the column out."));
    }
}
