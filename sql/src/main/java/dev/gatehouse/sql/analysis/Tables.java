package dev.gatehouse.sql.analysis;

import dev.gatehouse.sql.catalogue.Relation;
import dev.gatehouse.sql.tree.Node;
import java.util.List;
import java.util.Optional;

/// Tables named in a statement: which they are, and whether their contents may be followed.
final class Tables {
    private final Analysis in;

    Tables(Analysis in) {
        this.in = in;
    }

    /// The table that a name means, on record as touched.
    Optional<Relation> find(Node rangeVar) {
        String schema = rangeVar.text("schemaname");
        String name = rangeVar.text("relname");
        rangeVar.ignore("relpersistence", "catalogname", "inh");
        if (in.names.temporary(schema, name)) {
            return temporary(schema, name);
        }
        var relation = in.names.relation(schema, name);
        if (relation.isEmpty()) {
            in.findings.unknownRelation(schema.isEmpty() ? name : schema + "." + name);
            return relation;
        }
        touch(relation.get());
        return relation;
    }

    private void touch(Relation relation) {
        in.findings.relation(relation.qualified());
        // What was only just made holds nothing that anybody classified, and cannot be read.
        if (!Made.only(relation) && in.holdings.sensitive(relation)) {
            in.findings.sensitiveRelation();
        }
    }

    private Optional<Relation> temporary(String schema, String name) {
        var table = in.names.relation(schema, name);
        if (table.isEmpty()) {
            in.findings.problem(
                    "The temporary \"" + name + "\" is not followed: it is a view, or inherits, or has rules, "
                            + "triggers or foreign keys, or was changed in this text. Use a plain table or a WITH query.");
        } else if (schema.isEmpty() && in.names.lasting(name)) {
            in.findings.problem(
                    "There is a temporary table \"" + name + "\" and another one of that name, and which is "
                            + "meant is not followed. Write pg_temp." + name + ", or the other one's schema.");
            return Optional.empty();
        }
        table.ifPresent(this::touch);
        return table;
    }

    /// Whether a name where an index is meant is that of one: of nothing that the catalogue knows. A table may stand
    /// there
    /// too, as ALTER INDEX renames one.
    boolean index(Node rangeVar) {
        String schema = rangeVar.text("schemaname");
        String name = rangeVar.text("relname");
        if (in.names.temporary(schema, name) || in.names.relation(schema, name).isPresent()) {
            return false;
        }
        in.findings.outOfDate();
        rangeVar.readAll();
        return true;
    }

    /// A table as a source of rows.
    Optional<Range> range(Node rangeVar) {
        var relation = find(rangeVar);
        relation.filter(Made::only)
                .ifPresent(made -> in.findings.problem("\"" + made.qualified()
                        + "\" is made in this very text, so what it holds cannot be told. "
                        + "Read it in a statement of its own."));
        relation.ifPresent(this::readable);
        return relation.map(found -> range(found, rangeVar.flag("inh")));
    }

    private void readable(Relation relation) {
        if (Views.is(relation) && !in.views.followed(relation) && !in.holdings.reviewed(relation)) {
            in.findings.outOfDate();
            in.findings.problem("\"" + relation.qualified() + "\" is a "
                    + relation.kind().words() + ", and where its columns come from is not known. "
                    + "Query the tables themselves, or have all its columns classified as none.");
        }
    }

    Range range(Relation relation, boolean withChildren) {
        if (Views.is(relation) && in.views.followed(relation)) {
            return in.views.reviewed(relation).orElseGet(() -> in.views.range(relation));
        }
        return Made.only(relation) ? Range.of(relation.name(), List.of()) : stored(relation, withChildren);
    }

    /// The columns as they are classified under the relation's own name.
    Range stored(Relation relation, boolean withChildren) {
        var filters = in.findings.filters();
        // What a temporary table holds was asked for when it was filled.
        int instance = relation.schema().equals(Temporary.SCHEMA) ? filters.own() : filters.instance();
        // A row of the system's own catalogues is about no person.
        if (in.holdings.personal(relation) && !relation.system()) {
            filters.need(instance);
        }
        return new Range(
                relation.schema(),
                relation.name(),
                relation.columns().stream()
                        .filter(column -> column.number() != 0 || relation.oid() == 0)
                        .map(column -> new Field(column.name(), carried(relation, column, withChildren, instance)))
                        .toList(),
                true);
    }

    /// What was copied into a column may be a part of a value, so it is not one to show a part of.
    private Carried carried(Relation relation, Relation.Column column, boolean withChildren, int instance) {
        var origins = in.holdings.of(relation, column, withChildren);
        boolean copied = origins.stream().anyMatch(Origin::copied);
        var plain = Carried.plain(origins, instance);
        // The target names the table of a plain value, and one that is only being made has no number yet.
        return copied || relation.oid() == 0 ? plain.converted() : plain;
    }
}
