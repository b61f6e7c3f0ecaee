package dev.gatehouse.sql.analysis;

import dev.gatehouse.sql.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Resolves column references as PostgreSQL does: the innermost level that knows a name wins; a name that is no column
/// but a table in sight means its whole row.
final class Columns {
    private static final Set<String> SYSTEM = Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");

    private final Analysis in;

    Columns(Analysis in) {
        this.in = in;
    }

    Carried of(Node reference, Scope scope) {
        List<String> name = reference.names("fields");
        if (reference.list("fields").size() != name.size()) {
            reference.readAll();
            return wholeRow(name, scope).orElseGet(() -> unknown(name, scope));
        }
        return name.size() == 1
                ? unqualified(name.getFirst(), scope).orElseGet(() -> unknown(name, scope))
                : qualified(name, scope).orElseGet(() -> unknown(name, scope));
    }

    private Carried unknown(List<String> name, Scope scope) {
        if (!in.findings.isUnknownRelation()) {
            if (in.outermost()) {
                in.findings.missing(missing(name, scope));
            }
            in.findings.problem(
                    "The column \"" + String.join(".", name) + "\" is not known to the gateway's catalogue.");
        }
        return Carried.NOTHING;
    }

    private Missing missing(List<String> name, Scope scope) {
        if (name.size() == 1) {
            return Missing.column(name.getFirst());
        }
        String table = name.get(name.size() - 2);
        return range(name.subList(0, name.size() - 1), scope).isPresent()
                ? Missing.column(table, name.getLast())
                : Missing.range(table);
    }

    private Optional<Carried> unqualified(String name, Scope scope) {
        for (var level = Optional.of(scope);
                level.isPresent();
                level = level.get().outer()) {
            var columns = level.get().columns();
            var found = columns.fields().stream()
                    .filter(field -> field.name().equals(name))
                    .toList();
            if (!found.isEmpty()) {
                return Optional.of(one(name, found));
            }
            if (SYSTEM.contains(name) && columns.ranges().stream().anyMatch(Range::stored)) {
                return Optional.of(Carried.NOTHING);
            }
        }
        return wholeRow(List.of(name), scope);
    }

    private Carried one(String name, List<Field> found) {
        if (found.size() > 1) {
            in.findings.problem("The column \"" + name + "\" is ambiguous. Write the table's name before it.");
        }
        return found.getFirst().carried();
    }

    private Optional<Carried> qualified(List<String> name, Scope scope) {
        String column = name.getLast();
        return range(name.subList(0, name.size() - 1), scope).flatMap(range -> {
            var found = range.fields().stream()
                    .filter(field -> field.name().equals(column))
                    .toList();
            if (found.isEmpty()) {
                return range.stored() && SYSTEM.contains(column) ? Optional.of(Carried.NOTHING) : Optional.empty();
            }
            return Optional.of(one(column, found));
        });
    }

    private Optional<Carried> wholeRow(List<String> name, Scope scope) {
        return range(name, scope).map(range -> {
            return Carried.of(range.fields().stream().map(Field::carried).toList())
                    .computed();
        });
    }

    /// A reference that means a whole row.
    Optional<Range> row(Node reference, Scope scope) {
        var name = reference.names("fields");
        if (!reference.is("ColumnRef") || name.isEmpty()) {
            return Optional.empty();
        }
        boolean star = reference.list("fields").size() != name.size();
        if (!star && isColumn(name, scope)) {
            return Optional.empty();
        }
        return range(name, scope);
    }

    private boolean isColumn(List<String> name, Scope scope) {
        if (name.size() > 1) {
            return range(name.subList(0, name.size() - 1), scope).stream()
                    .anyMatch(range -> range.fields().stream()
                            .anyMatch(field -> field.name().equals(name.getLast())));
        }
        for (var level = Optional.of(scope);
                level.isPresent();
                level = level.get().outer()) {
            if (level.get().columns().fields().stream()
                    .anyMatch(field -> field.name().equals(name.getFirst()))) {
                return true;
            }
        }
        return false;
    }

    /// The range that a qualifier of one or two (or with the database's name three) parts means.
    Optional<Range> range(List<String> qualifier, Scope scope) {
        String table = qualifier.getLast();
        String schema = qualifier.size() > 1 ? qualifier.get(qualifier.size() - 2) : "";
        return Stream.iterate(
                        Optional.of(scope),
                        Optional::isPresent,
                        level -> level.get().outer())
                .flatMap(level -> level.get().columns().ranges().stream())
                .filter(range -> range.name().equals(table)
                        && (schema.isEmpty() || range.schema().equals(schema)))
                .findFirst();
    }
}
