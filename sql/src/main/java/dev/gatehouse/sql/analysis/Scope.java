package dev.gatehouse.sql.analysis;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What names mean at one place of a query: the columns of its level, then those of the levels around it, and the CTEs
/// in sight.
final class Scope {
    private final Joined columns;
    private final @Nullable Scope outer;
    private final @Nullable Cte cte;

    private Scope(Joined columns, @Nullable Scope outer, @Nullable Cte cte) {
        this.columns = columns;
        this.outer = outer;
        this.cte = cte;
    }

    static Scope empty() {
        return new Scope(Joined.NOTHING, null, null);
    }

    /// A level of columns inside this scope.
    Scope with(Joined level) {
        return new Scope(level, this, null);
    }

    /// This scope with one more CTE in sight.
    Scope with(Cte definition) {
        return new Scope(Joined.NOTHING, this, definition);
    }

    Joined columns() {
        return columns;
    }

    Optional<Scope> outer() {
        return Optional.ofNullable(outer);
    }

    /// Whether no CTE is in sight. One that writes does so whether or not anybody asks for its rows.
    boolean withoutCtes() {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.cte != null) {
                return false;
            }
        }
        return true;
    }

    Optional<Cte> cte(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            if (scope.cte != null && scope.cte.name().equals(name)) {
                return Optional.of(scope.cte);
            }
        }
        return Optional.empty();
    }
}
