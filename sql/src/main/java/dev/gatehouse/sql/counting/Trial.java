package dev.gatehouse.sql.counting;

import dev.gatehouse.sql.tree.Node;
import dev.gatehouse.sql.tree.Parser;
import dev.gatehouse.sql.tree.Parser.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// Whether a statement is of a kind that can be run and rolled back for somebody to look at, as far as its text tells.
/// What the database would do because of it is another question. Pure.
public final class Trial {
    private Trial() {}

    public sealed interface Trying {
        /// @param table that it changes; an empty schema for one that is found by the search path
        /// @param defaults whether it can fill columns with their defaults
        record Possible(Verb verb, String schema, String table, boolean defaults) implements Trying {}

        record Declined(String because) implements Trying {}
    }

    public enum Verb {
        INSERT,
        UPDATE,
        DELETE
    }

    public static Trying of(String sql, Parser parser) {
        if (!(parser.parse(sql.getBytes(StandardCharsets.UTF_8)) instanceof Parsed.Statements(var statements))
                || statements.size() != 1) {
            return new Trying.Declined("Only a single statement can be tried.");
        }
        Node statement = statements.getFirst();
        if (changesInWith(statement)) {
            return new Trying.Declined("A WITH that changes rows is not tried.");
        }
        return switch (statement.type()) {
            case "InsertStmt" -> possible(Verb.INSERT, statement);
            case "UpdateStmt" -> possible(Verb.UPDATE, statement);
            case "DeleteStmt" -> possible(Verb.DELETE, statement);
            default -> new Trying.Declined("Only INSERT, UPDATE and DELETE are tried; this may not be undone.");
        };
    }

    private static Trying possible(Verb verb, Node statement) {
        Node relation = statement.node("relation").orElseThrow();
        var byDefault = new AtomicBoolean(verb == Verb.INSERT);
        statement.visit(node -> {
            if (node.is("SetToDefault")) {
                byDefault.set(true);
            }
        });
        return new Trying.Possible(verb, relation.text("schemaname"), relation.text("relname"), byDefault.get());
    }

    private static boolean changesInWith(Node statement) {
        return statement.node("withClause").map(with -> with.list("ctes")).orElse(List.of()).stream()
                .anyMatch(cte -> cte.node("ctequery")
                        .filter(query -> query.is("SelectStmt"))
                        .isEmpty());
    }
}
