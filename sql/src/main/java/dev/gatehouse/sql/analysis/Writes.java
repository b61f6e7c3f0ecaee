package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.model.ColumnUse.Role;
import dev.gatehouse.model.Effect;
import dev.gatehouse.sql.catalogue.Relation;
import dev.gatehouse.sql.tree.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// INSERT, UPDATE, DELETE: what they change, from what, and what they return.
final class Writes {
    private static final int WITH_OLD_AND_NEW = 180_000;

    private final Analysis in;
    private final Inserts inserts;

    Writes(Analysis in) {
        this.in = in;
        this.inserts = new Inserts(in, this);
    }

    /// A table being written, and its rows under the name that the statement gives them.
    ///
    /// @param stored what the statement puts into its columns
    record Target(Relation relation, Range range, Map<String, Carried> stored) {}

    /// @return the columns of RETURNING
    List<Field> of(Node statement, Scope outer) {
        int mark = in.findings.filters().mark();
        var defined = in.ctes.define(statement.node("withClause"), outer);
        var fields = switch (statement.type()) {
            case "InsertStmt" -> inserts.of(statement, defined.scope());
            case "UpdateStmt" -> update(statement, defined.scope(), mark);
            case "DeleteStmt" -> delete(statement, defined.scope(), mark);
            case "MergeStmt" -> new Merges(in, this).of(statement, defined.scope());
            default -> notUnderstood(statement);
        };
        in.ctes.finish(defined);
        return fields;
    }

    private List<Field> notUnderstood(Node statement) {
        in.findings.act(Kinds.of(statement), Effect.UNKNOWN);
        in.findings.problem("A " + statement.type() + " inside WITH is not understood.");
        return List.of();
    }

    private List<Field> update(Node statement, Scope outer, int mark) {
        in.findings.act("update", Effect.WRITE);
        var target = target(statement);
        if (target.isEmpty()) {
            return List.of();
        }
        var from = in.from.of(statement.list("fromClause"), outer);
        var scope = outer.with(Joined.of(target.get().range()).and(from));
        where(statement, scope, mark);
        for (Node assignment : statement.list("targetList")) {
            assign(target.get(), assignment, scope);
        }
        return returning(statement, target.get(), scope);
    }

    private List<Field> delete(Node statement, Scope outer, int mark) {
        in.findings.act("delete", Effect.WRITE);
        var target = target(statement);
        if (target.isEmpty()) {
            return List.of();
        }
        target.get().relation().columns().forEach(column -> written(target.get(), column.name()));
        var from = in.from.of(statement.list("usingClause"), outer);
        var scope = outer.with(Joined.of(target.get().range()).and(from));
        where(statement, scope, mark);
        return returning(statement, target.get(), scope);
    }

    private void where(Node statement, Scope scope, int mark) {
        in.findings.filters().named();
        statement
                .node("whereClause")
                .map(condition -> in.tests.condition(condition, scope))
                .ifPresent(restriction -> in.findings.filters().apply(restriction.only(instance -> instance >= mark)));
    }

    /// The table of an UPDATE or DELETE; every row of it must be asked for by a condition.
    private Optional<Target> target(Node statement) {
        var target = table(statement.node("relation").orElseThrow());
        target.map(Target::relation)
                .filter(Made::only)
                .ifPresent(made -> in.findings.problem("\"" + made.qualified()
                        + "\" is made in this very text. Change its rows in a statement of its own."));
        target.ifPresent(found -> found.range().fields().stream()
                .flatMap(field -> field.carried().instances().stream())
                .forEach(in.findings.filters()::need));
        return target;
    }

    Optional<Target> table(Node rangeVar) {
        var relation = in.tables.find(rangeVar);
        if (relation.isEmpty()) {
            rangeVar.readAll();
            return Optional.empty();
        }
        var found = relation.get();
        if (!found.kind().ordinary() || found.rules() || found.system()) {
            in.findings.problem("Writing to \"" + found.qualified() + "\" is not understood, because it is a "
                    + (found.rules()
                            ? "table with rewrite rules."
                            : found.kind().words() + " of the system or a view.")
                    + " Write to the tables themselves.");
        }
        var range = in.tables.range(found, rangeVar.flag("inh"));
        return Optional.of(new Target(found, FromClause.aliased(range, rangeVar), new HashMap<>()));
    }

    void assign(Target target, Node assignment, Scope scope) {
        assignment.list("indirection").forEach(Node::readAll);
        var value = assignment.node("val").orElseThrow();
        var carried = value.is("MultiAssignRef") ? multiple(value, scope) : in.expressions.of(value, scope);
        store(target, assignment.text("name"), carried);
    }

    /// One column of `SET (a, b) = …`.
    private Carried multiple(Node reference, Scope scope) {
        int place = (int) reference.number("colno") - 1;
        reference.ignore("ncolumns");
        Node source = reference.node("source").orElseThrow();
        if (source.is("RowExpr")) {
            source.ignore("row_format");
            var parts = source.list("args");
            return place < parts.size() ? in.expressions.of(parts.get(place), scope) : Carried.NOTHING;
        }
        source.ignore("subLinkType");
        var fields = source.node("subselect")
                .map(query -> in.queries.of(query, scope).fields())
                .orElse(List.of());
        if (place >= fields.size()) {
            in.findings.problem("The values that are assigned do not fit the columns.");
            return Carried.NOTHING;
        }
        return fields.get(place).carried().computed();
    }

    /// A value goes into a column. What is masked where it comes from must be masked alike where it goes.
    void store(Target target, String name, Carried carried) {
        in.findings.use(carried, Role.SOURCE);
        written(target, name);
        var column = target.relation().column(name);
        if (column.isEmpty()) {
            in.findings.missing(Missing.target(target.relation().name(), name));
            in.findings.problem("The column \"" + name + "\" is not known to the gateway's catalogue.");
            return;
        }
        var own = in.holdings.own(target.relation(), column.get());
        target.stored().merge(name, carried, Carried::and);
        in.findings.made(carried);
        in.laundering.into(own.column(), own.category(), own.sensitive(), carried);
        computed(target.relation(), carried);
    }

    /// Columns that the target computes from others of the row may show what any of them got.
    private void computed(Relation relation, Carried carried) {
        for (Relation.Column column : relation.columns()) {
            var own = in.holdings.own(relation, column);
            if (column.generated() && own.category().equals(Category.UNCLASSIFIED)) {
                in.laundering.into(own.column(), own.category(), own.sensitive(), carried);
            }
        }
    }

    void written(Target target, String name) {
        target.relation()
                .column(name)
                .map(column -> in.holdings.own(target.relation(), column))
                .ifPresent(in.findings::write);
    }

    List<Field> returning(Node statement, Target target, Scope scope) {
        var clause = statement.node("returningClause");
        if (clause.isEmpty()) {
            return List.of();
        }
        clause.get().list("options").forEach(option -> {
            in.findings.problem("RETURNING WITH is not understood. Write old and new themselves.");
            option.readAll();
        });
        var level = new Joined(
                scope.columns().ranges().stream()
                        .map(range ->
                                new Range(range.schema(), range.name(), stored(target, range.fields()), range.stored()))
                        .toList(),
                stored(target, scope.columns().fields()));
        if (in.catalogue.serverVersion() >= WITH_OLD_AND_NEW) {
            var fields = stored(target, target.range().fields());
            level = new Joined(
                    Joined.concat(level.ranges(), List.of(Range.of("old", fields), Range.of("new", fields))),
                    level.fields());
        }
        return in.targets.of(
                clause.get().list("exprs"), scope.outer().orElseThrow().with(level));
    }

    /// Columns of the rows as they were written: each may show what the statement put there.
    private static List<Field> stored(Target target, List<Field> fields) {
        return fields.stream().map(field -> stored(target, field)).toList();
    }

    private static Field stored(Target target, Field field) {
        var put = target.stored().getOrDefault(field.name(), Carried.NOTHING);
        boolean own = put.sensitive() && target.range().fields().contains(field);
        return own ? new Field(field.name(), field.carried().and(put).computed()) : field;
    }

    /// A table made from a query: its columns inherit what is copied there.
    void newTable(Node into, List<Field> fields, boolean view) {
        into.node("rel").ifPresent(name -> {
            var named = into.names("colNames");
            columns(name, named, fields, view);
            created(
                    name,
                    () -> Optional.of(FromClause.renamed(fields, named))
                            .filter(_ -> !view)
                            .map(Writes::names));
        });
        into.readAll();
    }

    /// The columns of a table or view that is made from a query.
    void columns(Node name, List<String> named, List<Field> fields, boolean view) {
        String written = name.text("schemaname");
        boolean temporary = TemporaryTables.is(name);
        String schema = temporary ? Temporary.SCHEMA : written.isEmpty() ? in.names.creationSchema() : written;
        var renamed = FromClause.renamed(fields, named);
        renamed.forEach(field -> in.findings.use(field.carried(), Role.SOURCE));
        for (Field field : renamed) {
            in.laundering.made(new ColumnName(schema, name.text("relname"), field.name()), field.carried(), view);
        }
    }

    private static List<String> names(List<Field> fields) {
        return fields.stream().map(Field::name).toList();
    }

    /// A relation that a statement makes.
    ///
    /// @param columns of a temporary one, if they can be told
    void created(Node name, Supplier<Optional<List<String>>> columns) {
        String schema = name.text("schemaname");
        if (TemporaryTables.is(name)) {
            in.temporaryTables.made(name, columns.get());
            schema = Temporary.SCHEMA;
        } else {
            in.findings.change(new SessionChange.Definitions());
            if (in.names.temporary("", name.text("relname"))) {
                in.findings.problem("A temporary table has the name \"" + name.text("relname") + "\". Use another.");
            }
        }
        in.findings.relation((schema.isEmpty() ? in.names.creationSchema() : schema) + "." + name.text("relname"));
        name.readAll();
    }
}
