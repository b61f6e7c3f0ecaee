package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.sql.catalogue.Relation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What only one session has: its temporary tables, and what was seen being copied into them.
///
/// A temporary table is empty when it is made, and nobody but its session writes to it. So its columns hold what this
/// session's statements put there and nothing else, whatever their types.
///
/// @param tables those that can be followed, in the schema `pg_temp`; with OID 0 one that was only just made
/// @param opaque names of temporary things that cannot: views, tables that inherit, have rules or triggers
/// @param made names of the tables that this session was seen making
/// @param holds where what was copied into a column came from
public record Temporary(List<Relation> tables, Set<String> opaque, Set<String> made, Map<ColumnName, Set<Held>> holds) {
    /// The schema by whose name a session means its own temporary one.
    public static final String SCHEMA = "pg_temp";

    public static final Temporary NONE = new Temporary(List.of(), Set.of(), Set.of(), Map.of());

    /// @param source the stored column whose values were copied
    /// @param part whether something computed from them was
    public record Held(ColumnName source, Category category, boolean part) {}

    public Temporary {
        tables = List.copyOf(tables);
        opaque = Set.copyOf(opaque);
        made = Set.copyOf(made);
        holds = Map.copyOf(holds);
    }

    public boolean isEmpty() {
        return tables.isEmpty() && opaque.isEmpty();
    }

    /// Whether something temporary has that name.
    boolean has(String name) {
        return opaque.contains(name) || table(name).isPresent();
    }

    /// The table of that name, if it can be followed.
    Optional<Relation> table(String name) {
        return opaque.contains(name)
                ? Optional.empty()
                : tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    Optional<Relation> table(int oid) {
        return oid == 0
                ? Optional.empty()
                : tables.stream().filter(table -> table.oid() == oid).findFirst();
    }

    /// Whether all that a relation holds was seen going in.
    boolean seenFilled(Relation relation) {
        return relation.schema().equals(SCHEMA) && made.contains(relation.name());
    }

    Set<Held> held(ColumnName column) {
        return holds.getOrDefault(column, Set.of());
    }

    /// With one that is about to be made.
    Temporary and(SessionChange.TemporaryTable created) {
        var names = new HashSet<>(made);
        names.add(created.name());
        if (has(created.name())) {
            return new Temporary(tables, opaque, names, holds);
        }
        if (created.table().isEmpty()) {
            var more = new HashSet<>(opaque);
            more.add(created.name());
            return new Temporary(tables, more, names, holds);
        }
        return new Temporary(Joined.concat(tables, List.of(created.table().get())), opaque, names, holds);
    }

    /// With what a text makes and copies, whether or not the target will have done it: more than there is harms nobody.
    public Temporary and(List<SessionChange> changes) {
        var names = new HashSet<>(made);
        var more = new HashMap<>(holds);
        for (SessionChange change : changes) {
            if (change instanceof SessionChange.TemporaryTable(String name, var _)) {
                names.add(name);
            } else if (change instanceof SessionChange.Carries(ColumnName column, Held held)) {
                more.merge(column, Set.of(held), Temporary::both);
            }
        }
        return new Temporary(tables, opaque, names, more);
    }

    private static Set<Held> both(Set<Held> one, Set<Held> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    /// What the session has now. Outside a transaction, what is not there is gone for good.
    public Temporary now(List<Relation> tables, Set<String> opaque, boolean withinTransaction) {
        if (withinTransaction) {
            return new Temporary(tables, opaque, made, holds);
        }
        var there = new HashSet<>(opaque);
        tables.forEach(table -> there.add(table.name()));
        var names = new HashSet<>(made);
        names.retainAll(there);
        var kept = new HashMap<>(holds);
        kept.keySet().removeIf(column -> !there.contains(column.table()));
        return new Temporary(tables, opaque, names, kept);
    }

    /// The same names, of which nothing is known any more.
    Temporary unknown() {
        var names = new HashSet<>(opaque);
        tables.forEach(table -> names.add(table.name()));
        return new Temporary(List.of(), names, made, holds);
    }
}
