package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Category;
import dev.gatehouse.sql.catalogue.Relation;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Views and materialized views: their columns carry what those of the query do that they are made of, whoever may
/// read it.
///
/// A column that somebody has classified under the view's own name holds what was said. Conditions inside a view are
/// its owner's: they tell the caller no more than that the view has these rows.
final class Views {
    private final Analysis in;

    Views(Analysis in) {
        this.in = in;
    }

    static boolean is(Relation relation) {
        return !relation.system()
                && (relation.kind() == Relation.Kind.VIEW || relation.kind() == Relation.Kind.MATERIALIZED_VIEW);
    }

    /// Whether what a view's columns carry is known.
    boolean followed(Relation view) {
        return in.catalogue.view(view).isPresent();
    }

    Range range(Relation view) {
        var query = in.definitions.statement(in.catalogue.view(view).orElse(""));
        var fields = query.map(this::fields).orElse(List.of());
        if (fields.size() != view.columns().size()) {
            in.findings.problem("The definition of \"" + view.qualified() + "\" is not understood. "
                    + "Query the tables themselves, or have all its columns classified as none.");
            return Range.of(view.name(), List.of());
        }
        int rows = in.findings.filters().instance();
        var own = new ArrayList<Field>();
        for (int i = 0; i < fields.size(); i++) {
            own.add(field(view, view.columns().get(i), fields.get(i).carried(), rows));
        }
        return new Range(view.schema(), view.name(), own, true);
    }

    private List<Field> fields(Node query) {
        if (!query.is("SelectStmt")) {
            return List.of();
        }
        return in.inside(in.names.systemOnly(), List.of())
                .map(inner -> {
                    var fields = in.findings.untold(
                            () -> inner.queries.of(query, Scope.empty()).fields());
                    in.definitions.wholly(query);
                    return fields;
                })
                .orElse(List.of());
    }

    private Field field(Relation view, Relation.Column column, Carried made, int rows) {
        var own = in.holdings.own(view, column);
        if (!own.category().equals(Category.UNCLASSIFIED)) {
            return new Field(column.name(), Carried.plain(List.of(own), rows));
        }
        if (made.origins().isEmpty()) {
            return new Field(column.name(), Carried.plain(List.of(own.of(Category.NONE)), rows));
        }
        return new Field(column.name(), made.seenAt(view.oid(), column.number()));
    }

    /// A view whose columns are all classified needs no look at its query.
    Optional<Range> reviewed(Relation view) {
        if (view.columns().stream()
                .anyMatch(column -> in.holdings.own(view, column).category().equals(Category.UNCLASSIFIED))) {
            return Optional.empty();
        }
        return Optional.of(in.tables.stored(view, false));
    }
}
