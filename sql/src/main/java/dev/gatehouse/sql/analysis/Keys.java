package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Category;
import dev.gatehouse.sql.catalogue.Relation;
import dev.gatehouse.sql.tree.Node;
import java.util.List;
import java.util.Set;

/// Keys that a statement makes: each refuses values, and so compares what is stored with what somebody writes.
///
/// Over a column that somebody classified a unique key is ordinary work. Over one that holds what was copied there,
/// perhaps parts of values, it would tell which are the same; and a foreign key to a personal column would tell of any
/// value whether it is there, by as many guesses as one likes.
final class Keys {
    private static final Set<String> UNIQUE = Set.of("CONSTR_UNIQUE", "CONSTR_PRIMARY");

    private final Analysis in;

    Keys(Analysis in) {
        this.in = in;
    }

    /// An index that is to be unique.
    void index(Node statement, Relation relation) {
        statement.list("indexParams").stream()
                .filter(element -> element.has("name"))
                .forEach(element -> own(element.text("name"), relation));
    }

    /// Constraints anywhere in a statement about `relations`.
    void constraints(Node statement, List<Relation> relations) {
        statement.visit(node -> {
            if (node.is("Constraint")) {
                String kind = node.text("contype");
                var keys = UNIQUE.contains(kind) ? node.names("keys") : node.names("fk_attrs");
                relations.forEach(relation -> keys.forEach(key -> own(key, relation)));
                if (kind.equals("CONSTR_FOREIGN")) {
                    referred(node);
                }
            }
        });
    }

    private void own(String column, Relation relation) {
        boolean copied = relation.column(column).stream()
                .flatMap(found -> in.holdings.of(relation, found, false).stream())
                .anyMatch(Origin::copied);
        if (copied) {
            in.findings.problem("A key over \"" + column + "\" of \"" + relation.qualified()
                    + "\" would tell which of the values that were copied there are the same. "
                    + "Have the column classified first.");
        }
    }

    private void referred(Node key) {
        var names = key.names("pk_attrs");
        key.node("pktable")
                .flatMap(name -> in.names.relation(name.text("schemaname"), name.text("relname")))
                .ifPresent(relation -> relation.columns().stream()
                        .filter(column -> names.contains(column.name()))
                        .map(column -> in.holdings.own(relation, column))
                        .filter(origin ->
                                origin.sensitive() && !origin.category().equals(Category.UNCLASSIFIED))
                        .findFirst()
                        .ifPresent(origin -> in.findings.problem("A foreign key to " + origin.column()
                                + " would tell of every value that is written whether it is there. Refer to a column "
                                + "that is shown.")));
    }
}
