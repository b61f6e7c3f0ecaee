package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.Classification;
import dev.gatehouse.model.Classification.Classified;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.sql.analysis.Temporary.Held;
import dev.gatehouse.sql.catalogue.Catalogue;
import dev.gatehouse.sql.catalogue.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the columns of the target's tables hold: the configured classification over the catalogue.
///
/// A partition's column that nobody classified holds what its parent's does; a parent holds what its children do too,
/// because reading it returns their rows.
final class Holdings {
    private final Catalogue catalogue;
    private final Classification classification;
    private Temporary temporary;
    private final Map<ColumnName, Set<Category>> copied = new HashMap<>();
    private final Map<ColumnName, Set<Held>> carried = new HashMap<>();
    private final SystemColumns system = SystemColumns.LIST;

    Holdings(Catalogue catalogue, Classification classification, Temporary temporary) {
        this.catalogue = catalogue;
        this.temporary = temporary;
        this.classification = classification;
    }

    /// Where values of a column come from: first the column itself, then what children add.
    ///
    /// @param withChildren whether rows of inheriting tables are returned too (no ONLY)
    List<Origin> of(Relation relation, Relation.Column column, boolean withChildren) {
        var origins = new ArrayList<Origin>();
        var own = own(relation, column);
        origins.add(own);
        if (relation.schema().equals(Temporary.SCHEMA)) {
            held(own.column()).forEach(held -> origins.add(own.holding(held)));
            return origins;
        }
        inherited(relation, own).forEach(category -> origins.add(own.inheriting(category)));
        if (withChildren) {
            children(relation, column.name(), origins, new LinkedHashSet<>());
        }
        return origins;
    }

    /// What was copied into a column that nobody has classified since, or into that of a parent, whose rows may lie
    /// here.
    private Set<Category> inherited(Relation relation, Origin own) {
        if (!own.category().equals(Category.UNCLASSIFIED)) {
            return Set.of();
        }
        var categories = new LinkedHashSet<Category>();
        var names = new LinkedHashSet<ColumnName>();
        above(relation, own.column().column(), names);
        for (ColumnName name : names) {
            categories.addAll(classification.inherited(name));
            categories.addAll(copied.getOrDefault(name, Set.of()));
        }
        return categories;
    }

    private void above(Relation relation, String column, Set<ColumnName> names) {
        if (relation.column(column).isPresent()
                && names.add(new ColumnName(relation.schema(), relation.name(), column))) {
            relation.parents()
                    .forEach(oid -> catalogue.relation(oid).ifPresent(parent -> above(parent, column, names)));
        }
    }

    /// What this session copied into a column of a temporary table.
    Set<Held> held(ColumnName column) {
        var all = new LinkedHashSet<>(temporary.held(column));
        all.addAll(carried.getOrDefault(column, Set.of()));
        return all;
    }

    /// A statement of this text copies a stored column into one of a temporary table.
    void carries(ColumnName column, Held held) {
        carried.computeIfAbsent(column, absent -> new LinkedHashSet<>()).add(held);
    }

    /// The session has other temporary tables now.
    void now(Temporary others) {
        temporary = others;
    }

    /// A statement of this text copies something into a column.
    void copied(ColumnName column, Category category) {
        copied.computeIfAbsent(column, absent -> new LinkedHashSet<>()).add(category);
    }

    /// What a column of that name would hold, if there were one.
    Category classified(ColumnName column) {
        return classification.of(column).category();
    }

    /// Whether any column of a table is masked for somebody.
    boolean sensitive(Relation relation) {
        return relation.columns().stream()
                .anyMatch(column -> of(relation, column, true).stream().anyMatch(Origin::sensitive));
    }

    boolean personal(Relation relation) {
        return relation.columns().stream()
                .anyMatch(column -> of(relation, column, true).stream()
                        .anyMatch(origin -> origin.category().personal()));
    }

    /// Whether somebody has classified every column as `none`.
    boolean reviewed(Relation relation) {
        return relation.columns().stream()
                .allMatch(column -> own(relation, column).category().equals(Category.NONE));
    }

    Origin own(Relation relation, Relation.Column column) {
        var name = new ColumnName(relation.schema(), relation.name(), column.name());
        var classified = classified(relation, name);
        return new Origin(
                name,
                classified.category(),
                !temporary.seenFilled(relation) && catalogue.telling(column.type()),
                classified.subject(),
                relation.oid(),
                column.number());
    }

    private Classified classified(Relation relation, ColumnName name) {
        if (relation.system()) {
            return new Classified(system.of(name), false);
        }
        var own = classification.of(name);
        return own.category().equals(Category.UNCLASSIFIED)
                ? inherited(relation, name.column(), new LinkedHashSet<>()).orElse(own)
                : own;
    }

    private Optional<Classified> inherited(Relation relation, String column, Set<Integer> seen) {
        for (int oid : relation.parents()) {
            var parent = catalogue.relation(oid);
            if (parent.isEmpty()
                    || !seen.add(oid)
                    || parent.get().column(column).isEmpty()) {
                continue;
            }
            var name = new ColumnName(parent.get().schema(), parent.get().name(), column);
            var classified = classification.of(name);
            if (!classified.category().equals(Category.UNCLASSIFIED)) {
                return Optional.of(classified);
            }
            var above = inherited(parent.get(), column, seen);
            if (above.isPresent()) {
                return above;
            }
        }
        return Optional.empty();
    }

    private void children(Relation relation, String column, List<Origin> origins, Set<Integer> seen) {
        for (Relation child : catalogue.children(relation)) {
            if (!seen.add(child.oid())) {
                continue;
            }
            child.column(column).map(found -> own(child, found)).ifPresent(own -> {
                if (!own.category().equals(origins.getFirst().category())) {
                    origins.add(own);
                }
                inherited(child, own).forEach(category -> origins.add(own.inheriting(category)));
            });
            children(child, column, origins, seen);
        }
    }
}
