package dev.gatehouse.sql.analysis;

import dev.gatehouse.sql.tree.Node;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A query in WITH. One that only reads is analysed anew wherever it is named, as if it stood there.
final class Cte {
    private final String name;
    private final Node query;
    private final List<String> columnNames;
    private final boolean mayRecurse;
    private final List<String> added;
    private final List<String> compared;
    private @Nullable Scope definedIn;
    private @Nullable List<Field> fixed;
    private boolean open;
    private boolean used;

    /// @param compared names of columns by which rows that came before are recognised
    Cte(
            String name,
            Node query,
            List<String> columnNames,
            boolean mayRecurse,
            List<String> added,
            List<String> compared) {
        this.name = name;
        this.query = query;
        this.columnNames = List.copyOf(columnNames);
        this.mayRecurse = mayRecurse;
        this.added = List.copyOf(added);
        this.compared = List.copyOf(compared);
    }

    String name() {
        return name;
    }

    Node query() {
        return query;
    }

    List<String> columnNames() {
        return columnNames;
    }

    /// Names of columns that come after those of the query.
    List<String> added() {
        return added;
    }

    List<String> compared() {
        return compared;
    }

    boolean mayRecurse() {
        return mayRecurse;
    }

    Scope definedIn() {
        return java.util.Objects.requireNonNull(definedIn);
    }

    void defineIn(Scope scope) {
        definedIn = scope;
    }

    /// Its columns when they are known without another look: what a data-modifying query returns, or what is known so
    /// far of a recursive query.
    Optional<List<Field>> fixed() {
        return Optional.ofNullable(fixed);
    }

    void fix(@Nullable List<Field> fields) {
        fixed = fields;
    }

    boolean used() {
        return used;
    }

    void use() {
        used = true;
    }

    boolean open() {
        return open;
    }

    void open(boolean now) {
        open = now;
    }
}
