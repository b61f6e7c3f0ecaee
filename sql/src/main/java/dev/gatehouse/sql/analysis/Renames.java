package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.sql.catalogue.Relation;
import dev.gatehouse.sql.tree.Node;
import java.util.Set;

/// RENAME and SET SCHEMA. The classification goes by names, so a column under its new name must hold what it holds: as
/// if it were copied there, the new name inherits the category, or the statement is not understood.
final class Renames {
    private static final Set<String> NAMING = Set.of("OBJECT_TABLE", "OBJECT_VIEW", "OBJECT_MATVIEW", "OBJECT_INDEX");
    /// What has a name of its own by which nothing is classified.
    private static final Set<String> NAMELESS =
            Set.of("OBJECT_SEQUENCE", "OBJECT_TYPE", "OBJECT_ATTRIBUTE", "OBJECT_DOMAIN");

    private final Analysis in;

    Renames(Analysis in) {
        this.in = in;
    }

    void of(Node statement) {
        boolean moved = statement.is("AlterObjectSchemaStmt");
        String type = statement.text(moved ? "objectType" : "renameType");
        if (type.equals("OBJECT_SCHEMA")) {
            schema(statement.text("subname"));
            return;
        }
        if (type.equals("OBJECT_ATTRIBUTE") && statement.text("behavior").equals("DROP_CASCADE")) {
            in.findings.problem("This renames columns of tables made of the type, too. Leave CASCADE out.");
            return;
        }
        if (NAMELESS.contains(type)
                || type.equals("OBJECT_INDEX")
                        && statement.node("relation").filter(in.tables::index).isPresent()) {
            return;
        }
        statement
                .node("relation")
                .filter(name -> !statement.flag("missing_ok")
                        || in.names
                                .relation(name.text("schemaname"), name.text("relname"))
                                .isPresent())
                .flatMap(in.tables::find)
                .filter(in.holdings::sensitive)
                .ifPresent(relation -> {
                    if (moved) {
                        table(relation, statement.text("newschema"), relation.name());
                    } else if (NAMING.contains(type)) {
                        table(relation, relation.schema(), statement.text("newname"));
                    } else if (type.equals("OBJECT_COLUMN")) {
                        relation.column(statement.text("subname"))
                                .ifPresent(column -> column(
                                        relation,
                                        column,
                                        new ColumnName(relation.schema(), relation.name(), statement.text("newname"))));
                    } else if (!type.equals("OBJECT_TABCONSTRAINT") && !type.equals("OBJECT_TRIGGER")) {
                        refuse(relation);
                    }
                });
    }

    /// All that is in it would be found under names that nobody classified.
    private void schema(String name) {
        in.catalogue.relations().stream()
                .filter(relation -> relation.schema().equals(name))
                .filter(in.holdings::sensitive)
                .findFirst()
                .ifPresent(this::refuse);
    }

    private void table(Relation relation, String schema, String name) {
        for (Relation.Column column : relation.columns()) {
            column(relation, column, new ColumnName(schema, name, column.name()));
        }
    }

    private void column(Relation relation, Relation.Column column, ColumnName renamed) {
        if (!in.catalogue.children(relation).isEmpty() || relation.schema().equals(Temporary.SCHEMA)) {
            refuse(relation);
            return;
        }
        var own = in.holdings.classified(renamed);
        if (Views.is(relation)) {
            // What a view shows goes by its query, unless somebody classified it by its name.
            boolean named = !in.holdings.own(relation, column).category().equals(Category.UNCLASSIFIED);
            if (named || !own.equals(Category.UNCLASSIFIED)) {
                refuse(relation);
            }
            return;
        }
        var carried = Carried.plain(in.holdings.of(relation, column, true), -1);
        in.laundering.renamed(renamed, own, in.catalogue.telling(column.type()), carried);
    }

    private void refuse(Relation relation) {
        in.findings.problem("This renames or moves a part of \"" + relation.qualified()
                + "\", which holds data that is masked by name. "
                + "Change the classification with it, by an operator at the database itself.");
    }
}
