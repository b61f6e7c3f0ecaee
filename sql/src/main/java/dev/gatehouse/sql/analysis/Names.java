package dev.gatehouse.sql.analysis;

import dev.gatehouse.sql.catalogue.Catalogue;
import dev.gatehouse.sql.catalogue.Function;
import dev.gatehouse.sql.catalogue.Relation;
import dev.gatehouse.sql.catalogue.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Resolves names as the target would for one session: by `search_path`, with `pg_catalog` before it unless it is named
/// there, and the session's temporary tables before all.
final class Names {
    static final String SYSTEM = "pg_catalog";

    private final Catalogue catalogue;
    private final Made made;
    private final Temporary temporary;
    private final List<String> path;
    private final @Nullable Names session;

    Names(Catalogue catalogue, Made made, SessionView session) {
        this.catalogue = catalogue;
        this.made = made;
        this.temporary = session.temporary();
        this.path = path(session);
        this.session = null;
    }

    private Names(Catalogue catalogue, Temporary temporary, List<String> path, Names session) {
        this.catalogue = catalogue;
        this.made = new Made(catalogue);
        this.temporary = temporary;
        this.path = path;
        this.session = session;
    }

    /// Names as texts of the catalogue have them: with their schema, unless they are PostgreSQL's own.
    Names systemOnly() {
        return new Names(catalogue, Temporary.NONE, List.of(SYSTEM), session());
    }

    /// The same session with another `search_path`.
    Names with(List<String> searchPath) {
        var other = new ArrayList<>(searchPath);
        if (!other.contains(SYSTEM)) {
            other.addFirst(SYSTEM);
        }
        return new Names(catalogue, temporary, other, session());
    }

    /// Names as the session itself resolves them, inside whatever it called.
    Names session() {
        return session == null ? this : session;
    }

    /// Functions other than PostgreSQL's own that a name can mean.
    List<Function> functions(String schema, String name) {
        if (!schema.isEmpty()) {
            return catalogue.functions(schema, name);
        }
        return path.stream()
                .flatMap(candidate -> catalogue.functions(candidate, name).stream())
                .toList();
    }

    private static List<String> path(SessionView session) {
        var path = new ArrayList<String>();
        for (String element : session.searchPath()) {
            path.add(element.equals("$user") ? session.currentRole() : element);
        }
        if (!path.contains(SYSTEM)) {
            path.addFirst(SYSTEM);
        }
        return path;
    }

    /// Whether an unqualified name means, or may mean, a temporary table.
    boolean temporary(String schema, String name) {
        return schema.startsWith(Temporary.SCHEMA) || (schema.isEmpty() && temporary.has(name));
    }

    /// Whether something that lasts has the name of a temporary table, in whatever schema: statements prepared before
    /// the table was made go on meaning that.
    boolean lasting(String name) {
        return catalogue.schemas().stream()
                        .anyMatch(schema -> catalogue.relation(schema, name).isPresent())
                || made.has(name);
    }

    Optional<Relation> relation(String schema, String name) {
        if (schema.equals(Temporary.SCHEMA) || (schema.isEmpty() && temporary.has(name))) {
            return temporary.table(name);
        }
        if (!schema.isEmpty()) {
            return lasting(schema, name);
        }
        return path.stream()
                .flatMap(candidate -> lasting(candidate, name).stream())
                .findFirst();
    }

    private Optional<Relation> lasting(String schema, String name) {
        return made.relation(schema, name).or(() -> catalogue.relation(schema, name));
    }

    Optional<Relation> relation(int oid) {
        return temporary.table(oid).or(() -> catalogue.relation(oid));
    }

    /// Whether the name surely means PostgreSQL's own function: nobody else's of that name could be chosen.
    boolean builtInFunction(String schema, String name) {
        return schema.equals(SYSTEM)
                || (schema.isEmpty() && path.stream().noneMatch(candidate -> catalogue.hasRoutine(candidate, name)));
    }

    /// The schema where an unqualified function is most likely found.
    String functionSchema(String name) {
        return path.stream()
                .filter(candidate -> catalogue.hasRoutine(candidate, name))
                .findFirst()
                .orElse(SYSTEM);
    }

    boolean builtInOperator(String schema, String name) {
        return !catalogue.hasOperator(SYSTEM, name)
                && (schema.equals(SYSTEM)
                        || (schema.isEmpty()
                                && path.stream().noneMatch(candidate -> catalogue.hasOperator(candidate, name))));
    }

    /// A type outside PostgreSQL's plain built-in ones, by its name.
    Optional<Type> type(String schema, String name) {
        if (!schema.isEmpty()) {
            return catalogue.type(schema, name);
        }
        return path.stream()
                .flatMap(candidate -> catalogue.type(candidate, name).stream())
                .findFirst();
    }

    /// The schema where an unqualified new object would be made.
    String creationSchema() {
        return path.stream()
                .filter(schema -> !schema.equals(SYSTEM) && catalogue.hasSchema(schema))
                .findFirst()
                .orElse("");
    }
}
