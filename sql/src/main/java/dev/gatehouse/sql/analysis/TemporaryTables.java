package dev.gatehouse.sql.analysis;

import dev.gatehouse.sql.catalogue.Relation;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What may be done to the session's temporary tables so that they can still be followed: nothing may fill them or
/// read them but statements that the gateway sees.
final class TemporaryTables {
    /// What ALTER TABLE may do to one, besides what never does harm.
    private static final Set<String> ALTERATIONS = Set.of("AT_AlterColumnType", "AT_SetCompression");

    /// Constraints that take or refuse no row by what stands in it, but as a key; and defaults, which tell nothing.
    private static final Set<String> PLAIN = Set.of(
            "CONSTR_NULL",
            "CONSTR_NOTNULL",
            "CONSTR_DEFAULT",
            "CONSTR_IDENTITY",
            "CONSTR_PRIMARY",
            "CONSTR_UNIQUE",
            "CONSTR_ATTR_DEFERRABLE",
            "CONSTR_ATTR_NOT_DEFERRABLE",
            "CONSTR_ATTR_DEFERRED",
            "CONSTR_ATTR_IMMEDIATE");

    private final Analysis in;

    TemporaryTables(Analysis in) {
        this.in = in;
    }

    /// Whether a relation of that name, as a statement writes it, is to be a temporary one.
    static boolean is(Node name) {
        return name.text("relpersistence").equals("t")
                || name.text("schemaname").startsWith(Temporary.SCHEMA);
    }

    /// One is made with these columns; empty if it cannot be told how it will look.
    void made(Node name, Optional<List<String>> columns) {
        String table = name.text("relname");
        if (in.names.lasting(table)) {
            in.findings.problem("There is a table \"" + table + "\" already, which a temporary one would hide. "
                    + "Give it a name of its own.");
        }
        in.findings.change(new SessionChange.TemporaryTable(table, columns.map(names -> relation(table, names))));
    }

    /// As far as it is known before the session's backend is asked about it.
    private static Relation relation(String table, List<String> names) {
        var columns = new ArrayList<Relation.Column>();
        for (String name : names) {
            columns.add(new Relation.Column(name, columns.size() + 1, 0, false, false, Relation.Taking.FITTING));
        }
        return new Relation(0, Temporary.SCHEMA, table, Relation.Kind.TABLE, columns, List.of(), false, false);
    }

    /// Whether what a statement changes or drops is only known to this session.
    boolean only(Node statement) {
        return switch (statement.type()) {
            case "DropStmt" ->
                !statement.list("objects").isEmpty()
                        && statement.list("objects").stream().allMatch(object -> temporary(object.names("items")));
            case "TruncateStmt" ->
                statement.list("relations").stream()
                        .allMatch(name -> in.names.temporary(name.text("schemaname"), name.text("relname")));
            case "IndexStmt", "AlterTableStmt" ->
                statement
                        .node("relation")
                        .filter(name -> in.names.temporary(name.text("schemaname"), name.text("relname")))
                        .isPresent();
            default -> false;
        };
    }

    private boolean temporary(List<String> name) {
        return !name.isEmpty() && in.names.temporary(name.size() > 1 ? name.get(name.size() - 2) : "", name.getLast());
    }

    /// CREATE TEMPORARY TABLE: its columns, unless they come from somewhere else too.
    Optional<List<String>> columns(Node create) {
        if (!create.list("inhRelations").isEmpty() || create.has("partbound") || create.has("partspec")) {
            in.findings.problem("A temporary table that inherits or has partitions is not followed. Leave that out.");
        }
        if (create.has("ofTypename")) {
            return Optional.empty();
        }
        var names = new ArrayList<String>();
        for (Node element : create.list("tableElts")) {
            boolean computed = element.list("constraints").stream()
                    .anyMatch(constraint -> !PLAIN.contains(constraint.text("contype")));
            if (element.is("ColumnDef") && !computed) {
                names.add(element.text("colname"));
            } else if (!element.is("Constraint") || !PLAIN.contains(element.text("contype"))) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }

    /// A statement that defines something about tables which exist.
    void defined(Node statement, List<Relation> touched) {
        if (touched.stream().noneMatch(table -> table.schema().equals(Temporary.SCHEMA))) {
            return;
        }
        boolean followed = switch (statement.type()) {
            case "IndexStmt" ->
                !statement.has("whereClause")
                        && statement.list("indexParams").stream().noneMatch(part -> part.has("expr"));
            case "CommentStmt", "VacuumStmt", "ReindexStmt", "ClusterStmt", "CreateSeqStmt" -> true;
            case "AlterTableStmt" ->
                statement.list("cmds").stream()
                        .allMatch(command -> plain(command)
                                && (TableDefinitions.HARMLESS.contains(command.text("subtype"))
                                        || ALTERATIONS.contains(command.text("subtype"))));
            default -> false;
        };
        if (!followed) {
            in.findings.problem("What this does to a temporary table is not followed. Leave it out.");
        }
    }

    /// Whether a part of ALTER TABLE adds no constraint that judges values.
    private static boolean plain(Node command) {
        return command.node("def").map(TemporaryTables::constraintsOf).orElse(List.of()).stream()
                .allMatch(constraint -> PLAIN.contains(constraint.text("contype")));
    }

    private static List<Node> constraintsOf(Node added) {
        return added.is("Constraint") ? List.of(added) : added.list("constraints");
    }
}
