package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Predicate.Form;
import dev.gatehouse.sql.catalogue.Relation;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// DDL. What holds masked data must keep its names and its place, because the classification goes by names; and nothing
/// new may be filled from it.
final class TableDefinitions {
    /// What ALTER TABLE may do to a table with masked columns.
    static final Set<String> HARMLESS = Set.of(
            "AT_AddColumn",
            "AT_DropColumn",
            "AT_ColumnDefault",
            "AT_SetNotNull",
            "AT_DropNotNull",
            "AT_AddConstraint",
            "AT_ValidateConstraint",
            "AT_DropConstraint",
            "AT_SetStatistics",
            "AT_SetOptions",
            "AT_ResetOptions",
            "AT_SetStorage",
            "AT_SetRelOptions",
            "AT_ResetRelOptions",
            "AT_ClusterOn",
            "AT_DropCluster",
            "AT_ReplicaIdentity",
            "AT_EnableRowSecurity",
            "AT_DisableRowSecurity",
            "AT_ForceRowSecurity",
            "AT_NoForceRowSecurity",
            "AT_ChangeOwner",
            "AT_SetLogged",
            "AT_SetUnLogged",
            "AT_SetTableSpace",
            "AT_SetCompression",
            "AT_AddIdentity",
            "AT_SetIdentity",
            "AT_DropIdentity",
            "AT_EnableTrig",
            "AT_EnableTrigAll",
            "AT_EnableTrigUser",
            "AT_DisableTrig",
            "AT_DisableTrigAll",
            "AT_DisableTrigUser",
            "AT_AlterConstraint");

    private final Analysis in;

    TableDefinitions(Analysis in) {
        this.in = in;
    }

    void of(Node statement) {
        switch (statement.type()) {
            case "TruncateStmt" -> truncate(statement);
            case "DropStmt" -> drop(statement);
            case "CreateStmt" -> create(statement);
            case "CreateTableAsStmt" -> createAs(statement);
            case "CreateSeqStmt" -> statement.node("sequence").ifPresent(Node::readAll);
            case "ViewStmt" -> view(statement);
            case "AlterTableStmt" -> alter(statement);
            case "RenameStmt", "AlterObjectSchemaStmt" -> new Renames(in).of(statement);
            case "CompositeTypeStmt" -> {
                statement.node("typevar").ifPresent(Node::readAll);
                statement.list("coldeflist").forEach(element -> walk(element, new ArrayList<>()));
            }
            case "CreateFunctionStmt" -> in.findings.function(String.join(".", statement.names("funcname")));
            case "ReindexStmt" -> {
                boolean index = statement.text("kind").equals("REINDEX_OBJECT_INDEX");
                statement
                        .node("relation")
                        .filter(name -> !index || !in.tables.index(name))
                        .ifPresent(in.tables::find);
            }
            case "CreateSchemaStmt" -> statement.list("schemaElts").forEach(this::of);
            case "IndexStmt" -> {
                var touched = new ArrayList<Relation>();
                walk(statement, touched);
                touched.forEach(relation -> indexed(statement, relation));
                in.temporaryTables.defined(statement, touched);
            }
            default -> {
                var touched = new ArrayList<Relation>();
                walk(statement, touched);
                in.temporaryTables.defined(statement, touched);
            }
        }
    }

    private void truncate(Node statement) {
        if (!in.temporaryTables.only(statement)) {
            in.findings.everyRow();
        }
        for (Node name : statement.list("relations")) {
            in.tables
                    .find(name)
                    .ifPresent(relation ->
                            relation.columns().forEach(column -> in.findings.write(in.holdings.own(relation, column))));
        }
    }

    private void drop(Node statement) {
        if (!Set.of("OBJECT_TABLE", "OBJECT_VIEW", "OBJECT_MATVIEW").contains(statement.text("removeType"))) {
            return;
        }
        if (!in.temporaryTables.only(statement)) {
            in.findings.everyRow();
        }
        for (Node object : statement.list("objects")) {
            var name = object.names("items");
            if (!name.isEmpty()) {
                String schema = name.size() > 1 ? name.get(name.size() - 2) : "";
                in.names.relation(schema, name.getLast()).ifPresent(this::touch);
            }
        }
    }

    private void touch(Relation relation) {
        in.findings.relation(relation.qualified());
        if (in.holdings.sensitive(relation)) {
            in.findings.sensitiveRelation();
        }
    }

    private void create(Node statement) {
        statement
                .node("relation")
                .ifPresent(name -> in.writes.created(name, () -> in.temporaryTables.columns(statement)));
        var touched = new ArrayList<Relation>();
        for (String part : List.of("tableElts", "inhRelations", "constraints")) {
            statement.list(part).forEach(element -> walk(element, touched));
        }
        new Keys(in).constraints(statement, List.of());
        statement.node("ofTypename").ifPresent(in.types::check);
        statement.node("partspec").ifPresent(element -> walk(element, touched));
    }

    private void createAs(Node statement) {
        Node query = statement.node("query").orElseThrow();
        var fields = query.is("ExecuteStmt")
                ? new Continued(in).fields(query)
                : in.queries.of(query, Scope.empty()).fields();
        boolean view = statement.text("objtype").equals("OBJECT_MATVIEW");
        statement.node("into").ifPresent(into -> in.writes.newTable(into, fields, view));
    }

    private void view(Node statement) {
        Node name = statement.node("view").orElseThrow();
        int mark = in.findings.filters().mark();
        var query = in.queries.of(statement.node("query").orElseThrow(), Scope.empty());
        in.findings.filters().keptSince(mark);
        in.writes.columns(name, statement.names("aliases"), query.fields(), true);
        in.writes.created(name, Optional::empty);
    }

    private void alter(Node statement) {
        if (statement.text("objtype").equals("OBJECT_TYPE")) {
            alterType(statement);
            return;
        }
        if (statement.text("objtype").equals("OBJECT_INDEX")
                && in.tables.index(statement.node("relation").orElseThrow())) {
            statement.list("cmds").forEach(Node::readAll);
            return;
        }
        var touched = new ArrayList<Relation>();
        Node name = statement.node("relation").orElseThrow();
        boolean missingOk = statement.flag("missing_ok");
        if (!missingOk
                || in.names
                        .relation(name.text("schemaname"), name.text("relname"))
                        .isPresent()) {
            in.tables.find(name).ifPresent(touched::add);
        }
        for (Node command : statement.list("cmds")) {
            if (command.text("subtype").equals("AT_AlterColumnType")) {
                touched.forEach(relation -> new Retyping(in).of(command, relation));
            } else if (!HARMLESS.contains(command.text("subtype"))) {
                keep(command, touched);
            }
            command.forEachChild(child -> walk(child, touched));
        }
        for (Node command : statement.list("cmds")) {
            if (!command.text("subtype").equals("AT_AlterColumnType")) {
                touched.forEach(relation -> conditions(command, relation));
            }
        }
        new Keys(in).constraints(statement, touched);
        in.temporaryTables.defined(statement, touched);
    }

    /// A composite type's attributes; a value of the type is masked as a whole wherever it stands.
    private void alterType(Node statement) {
        statement.node("relation").ifPresent(Node::readAll);
        for (Node command : statement.list("cmds")) {
            if (!Set.of("AT_AddColumn", "AT_DropColumn").contains(command.text("subtype"))) {
                in.findings.problem("What this changes about a type is not followed. Only add or drop attributes.");
            }
            command.forEachChild(child -> walk(child, new ArrayList<>()));
        }
    }

    private void keep(Node command, List<Relation> touched) {
        command.node("name");
        var named = new ArrayList<>(touched);
        command.forEachChild(child -> walk(child, named));
        named.stream()
                .filter(in.holdings::sensitive)
                .findFirst()
                .ifPresent(relation -> in.findings.problem("This changes how \"" + relation.qualified()
                        + "\" is found or typed, and it holds data that is masked. "
                        + "Change the classification with it, by an operator at the database itself."));
    }

    /// Looks for names of tables, functions and types below a node.
    private void walk(Node node, List<Relation> touched) {
        in.findings.step();
        if (node.has("relname")) {
            in.tables.find(node).ifPresent(touched::add);
        } else if (node.is("FuncCall")) {
            in.calls.rule(node);
        } else if (node.is("TypeName")) {
            in.types.check(node);
        }
        node.node("typeName").ifPresent(in.types::check);
        node.forEachChild(child -> walk(child, touched));
    }

    /// What an index is over. A column, or its spelling folded, is told about no more than by the index being there;
    /// what
    /// else is computed from it could fail, and so tell about it.
    private void indexed(Node statement, Relation relation) {
        boolean unique = statement.flag("unique");
        if (unique) {
            new Keys(in).index(statement, relation);
        }
        statement.node("whereClause").ifPresent(condition -> conditions(condition, relation));
        for (Node element : statement.list("indexParams")) {
            element.node("expr")
                    .filter(expression -> !new Indexed(in, unique).harmless(expression))
                    .ifPresent(expression -> conditions(expression, relation));
        }
    }

    /// Whether an expression over a table's row names one of its masked columns.
    private boolean reads(Node expression, Relation relation) {
        var found = new ArrayList<Node>();
        expression.visit(node -> {
            if (node.is("ColumnRef")) {
                found.add(node);
            }
        });
        return found.stream()
                .anyMatch(column -> column.names("fields").isEmpty()
                        || relation.column(column.names("fields").getLast())
                                .map(own -> in.holdings.of(relation, own, true).stream()
                                        .anyMatch(Origin::sensitive))
                                .orElse(true));
    }

    /// A check over existing rows, an index's condition or a computed column tells about values.
    private void conditions(Node node, Relation relation) {
        if (node.is("Constraint")
                && node.text("contype").equals("CONSTR_GENERATED")
                && node.node("raw_expr")
                        .filter(computed -> reads(computed, relation))
                        .isPresent()) {
            in.findings.problem("A column computed from others of \"" + relation.qualified()
                    + "\" would not be masked like them. Leave it out.");
        }
        if (node.is("ColumnRef") && !node.names("fields").isEmpty()) {
            relation.column(node.names("fields").getLast())
                    .map(column -> in.holdings.of(relation, column, true))
                    .ifPresent(origins -> in.findings.tell(Carried.plain(origins, -1), Form.OTHER));
        }
        node.forEachChild(child -> conditions(child, relation));
    }
}
