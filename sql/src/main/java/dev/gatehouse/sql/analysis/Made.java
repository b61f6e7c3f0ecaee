package dev.gatehouse.sql.analysis;

import dev.gatehouse.sql.catalogue.Catalogue;
import dev.gatehouse.sql.catalogue.Relation;
import dev.gatehouse.sql.tree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tables and sequences that earlier statements of one text make, and columns that they add: the catalogue shows them
/// only once the text has run, and migrations are sent as one text.
///
/// Later statements may define more about them and insert into them, but not read them: what the target then finds
/// under the name could not be compared with the catalogue. So a table that is only made has no columns to read, counts
/// as judging what is written to it, and its classification goes by names as ever. For one text and thread.
final class Made {
    private static final Set<String> SERIALS =
            Set.of("serial", "serial2", "serial4", "serial8", "smallserial", "bigserial");

    /// Types that hold no text by which a person could be told; all others have the number 0, which is nobody's.
    private static final Map<String, Integer> PLAIN = Map.ofEntries(
            Map.entry("bool", 16),
            Map.entry("int8", 20),
            Map.entry("int2", 21),
            Map.entry("int4", 23),
            Map.entry("float4", 700),
            Map.entry("float8", 701),
            Map.entry("timestamp", 1114),
            Map.entry("timestamptz", 1184),
            Map.entry("numeric", 1700),
            Map.entry("uuid", 2950));

    private static final int LONGEST_NAME = 63;

    private record Name(String schema, String name) {
        static Name of(Relation relation) {
            return new Name(relation.schema(), relation.name());
        }
    }

    private final Catalogue catalogue;
    private final Map<Name, Relation> relations = new HashMap<>();
    private final Set<Name> dropped = new HashSet<>();
    private boolean schemasChanged;

    Made(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// Whether a relation exists only since an earlier statement of the text.
    static boolean only(Relation relation) {
        return relation.oid() == 0 && !relation.schema().equals(Temporary.SCHEMA);
    }

    Optional<Relation> relation(String schema, String name) {
        return Optional.ofNullable(relations.get(new Name(schema, name)));
    }

    boolean has(String name) {
        return relations.keySet().stream().anyMatch(made -> made.name().equals(name));
    }

    /// What a statement, once done, means for those after it.
    void after(Node statement, Names names) {
        switch (statement.type()) {
            case "CreateStmt" -> table(statement, names);
            case "CreateSeqStmt" -> statement.node("sequence").ifPresent(name -> sequence(name, names));
            case "AlterTableStmt" -> altered(statement, names);
            case "DropStmt" -> dropped(statement, names);
            case "CreateSchemaStmt" -> schemasChanged = true;
            case "RenameStmt", "AlterObjectSchemaStmt" -> forget();
            case "TransactionStmt" -> {
                if (statement.text("kind").startsWith("TRANS_STMT_ROLLBACK")) {
                    forget();
                }
            }
            default -> {}
        }
    }

    private void forget() {
        relations.clear();
        dropped.clear();
    }

    private void table(Node statement, Names names) {
        boolean plain = statement.list("inhRelations").isEmpty()
                && !statement.has("partbound")
                && !statement.has("ofTypename")
                && statement.list("tableElts").stream()
                        .allMatch(element -> element.is("ColumnDef") || element.is("Constraint"));
        Node name = statement.node("relation").orElseThrow();
        if (!plain || TemporaryTables.is(name)) {
            return;
        }
        var columns = new ArrayList<Relation.Column>();
        for (Node element : statement.list("tableElts")) {
            if (element.is("ColumnDef")) {
                columns.add(column(element, columns.size() + 1, names));
            }
        }
        var kind = statement.has("partspec") ? Relation.Kind.PARTITIONED : Relation.Kind.TABLE;
        place(name, names).ifPresent(place -> {
            add(place, kind, columns);
            statement.list("tableElts").forEach(element -> serial(element, place));
        });
    }

    /// The sequence behind a serial column, under the name that the target gives it unless that is taken.
    private void serial(Node element, Name table) {
        var type = element.node("typeName").map(name -> name.names("names")).orElse(List.of());
        String name = table.name() + "_" + element.text("colname") + "_seq";
        if (!type.isEmpty() && SERIALS.contains(type.getLast()) && name.length() <= LONGEST_NAME) {
            add(new Name(table.schema(), name), Relation.Kind.SEQUENCE, List.of());
        }
    }

    private void sequence(Node name, Names names) {
        if (!TemporaryTables.is(name)) {
            place(name, names).ifPresent(place -> add(place, Relation.Kind.SEQUENCE, List.of()));
        }
    }

    private void add(Name name, Relation.Kind kind, List<Relation.Column> columns) {
        relations.putIfAbsent(name, new Relation(0, name.schema(), name.name(), kind, columns, List.of(), false, true));
    }

    /// Where something of that name is made; empty unless nothing else can be meant by the name.
    private Optional<Name> place(Node written, Names names) {
        String name = written.text("relname");
        String schema = written.text("schemaname");
        if (!schema.isEmpty()) {
            var place = new Name(schema, name);
            boolean free = catalogue.relation(schema, name).isEmpty() || dropped.contains(place);
            return Optional.of(place).filter(_ -> free);
        }
        boolean free = catalogue.schemas().stream()
                .filter(other -> catalogue.relation(other, name).isPresent())
                .allMatch(other -> dropped.contains(new Name(other, name)));
        String here = names.creationSchema();
        return Optional.of(new Name(here, name)).filter(_ -> free && !schemasChanged && !here.isEmpty());
    }

    private static Relation.Column column(Node definition, int number, Names names) {
        var type = definition.node("typeName");
        var name = type.map(written -> written.names("names")).orElse(List.of());
        boolean builtIn = !name.isEmpty()
                && (name.size() == 1
                        ? names.type("", name.getLast()).isEmpty()
                        : name.getFirst().equals(Names.SYSTEM));
        boolean single = type.filter(written -> !written.has("arrayBounds")).isPresent();
        int oid = builtIn && single ? PLAIN.getOrDefault(name.getLast(), 0) : 0;
        return new Relation.Column(definition.text("colname"), number, oid, false, false);
    }

    private void altered(Node statement, Names names) {
        Node name = statement.node("relation").orElseThrow();
        var found = names.relation(name.text("schemaname"), name.text("relname"))
                .filter(relation -> relation.kind().ordinary()
                        && !relation.system()
                        && !relation.schema().equals(Temporary.SCHEMA));
        if (found.isEmpty()) {
            return;
        }
        var table = found.get();
        var columns = new ArrayList<>(table.columns());
        for (Node command : statement.list("cmds")) {
            switch (command.text("subtype")) {
                case "AT_AddColumn" -> command.node("def").ifPresent(definition -> widen(columns, definition, names));
                case "AT_DropColumn" -> columns.removeIf(column -> column.name().equals(command.text("name")));
                case "AT_AlterColumnType" -> {
                    if (only(table)) {
                        columns.replaceAll(column -> untyped(column, command.text("name")));
                    }
                }
                default -> {}
            }
        }
        if (!columns.equals(table.columns())) {
            relations.put(Name.of(table), with(table, columns));
        }
    }

    /// Number 0 says of a column that only the text knows it.
    private static void widen(List<Relation.Column> columns, Node definition, Names names) {
        if (columns.stream().noneMatch(column -> column.name().equals(definition.text("colname")))) {
            columns.add(column(definition, 0, names));
        }
    }

    private static Relation.Column untyped(Relation.Column column, String changed) {
        return column.name().equals(changed)
                ? new Relation.Column(column.name(), column.number(), 0, column.notNull(), column.generated())
                : column;
    }

    /// An added column may come with a CHECK.
    private static Relation with(Relation table, List<Relation.Column> columns) {
        return new Relation(
                table.oid(), table.schema(), table.name(), table.kind(), columns, table.parents(), table.rules(), true);
    }

    private void dropped(Node statement, Names names) {
        if (statement.text("removeType").equals("OBJECT_SCHEMA")) {
            forget();
            schemasChanged = true;
            return;
        }
        for (Node object : statement.list("objects")) {
            var name = object.names("items");
            if (!name.isEmpty()) {
                String schema = name.size() > 1 ? name.get(name.size() - 2) : "";
                names.relation(schema, name.getLast()).map(Name::of).ifPresent(gone -> {
                    relations.remove(gone);
                    dropped.add(gone);
                });
            }
        }
    }
}
