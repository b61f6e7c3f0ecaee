package dev.gatehouse.sql.counting;

import dev.gatehouse.sql.tree.Node;
import dev.gatehouse.sql.tree.Parser;
import dev.gatehouse.sql.tree.Parser.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// How many rows a statement is about: a question that only reads, over the statement's own conditions.
///
/// The question is put together from pieces of the statement's text and believed only when the grammar reads the same
/// table and the same condition in it as in the statement. Pure.
public final class CountQuestion {
    private CountQuestion() {}

    /// What can be asked.
    public sealed interface Counting {
        /// @param sql asks for one number
        record Question(String sql) implements Counting {}

        /// The statement itself says it.
        record Known(long rows) implements Counting {}

        record Declined(String because) implements Counting {}
    }

    public static Counting of(String sql, Parser parser) {
        var statements = statements(sql, parser);
        if (statements.size() != 1) {
            return new Counting.Declined("Only a single statement can be counted.");
        }
        Node statement = statements.getFirst();
        if (statement.has("withClause")) {
            return new Counting.Declined("A statement with WITH cannot be counted without running it.");
        }
        var pieces = new Pieces(sql.getBytes(StandardCharsets.UTF_8));
        return switch (statement.type()) {
            case "UpdateStmt" ->
                statement.list("fromClause").isEmpty()
                        ? table(statement, pieces.between(relation(statement), "set"), pieces, parser)
                        : joins();
            case "DeleteStmt" ->
                statement.list("usingClause").isEmpty()
                        ? table(statement, pieces.between(relation(statement), "where", "returning"), pieces, parser)
                        : joins();
            case "SelectStmt" -> select(statement, sql, parser);
            case "InsertStmt" -> insert(statement);
            default -> new Counting.Declined("This kind of statement has no rows that could be counted beforehand.");
        };
    }

    private static List<Node> statements(String sql, Parser parser) {
        return parser.parse(sql.getBytes(StandardCharsets.UTF_8)) instanceof Parsed.Statements(var statements)
                ? statements
                : List.of();
    }

    private static int relation(Node statement) {
        return statement.node("relation").map(Node::location).orElse(0);
    }

    private static Counting joins() {
        return new Counting.Declined("A change that joins other tables cannot be counted without running it.");
    }

    private static Counting table(Node statement, String target, Pieces pieces, Parser parser) {
        Node relation = statement.node("relation").orElseThrow();
        String only = relation.flag("inh") ? "" : "ONLY ";
        var condition = statement.node("whereClause");
        String where = condition.isPresent() ? " WHERE " + pieces.between("where", "returning") : "";
        String question = "SELECT count(*) FROM " + only + target + where;
        var asked = statements(question, parser);
        boolean same = asked.size() == 1
                && asked.getFirst().list("fromClause").size() == 1
                && asked.getFirst().list("fromClause").getFirst().sameFields(relation)
                && same(asked.getFirst().node("whereClause"), condition);
        return same ? new Counting.Question(question) : notTheSame();
    }

    private static Counting select(Node statement, String sql, Parser parser) {
        String question = "SELECT count(*) FROM (" + sql.strip().replaceAll(";+$", "") + "\n) AS preview";
        var asked = statements(question, parser);
        boolean same = asked.size() == 1
                && asked.getFirst().list("fromClause").size() == 1
                && same(asked.getFirst().list("fromClause").getFirst().node("subquery"), Optional.of(statement));
        return same ? new Counting.Question(question) : notTheSame();
    }

    private static Counting insert(Node statement) {
        var values = statement
                .node("selectStmt")
                .map(select -> select.list("valuesLists"))
                .orElse(List.of());
        return values.isEmpty() || statement.has("onConflictClause")
                ? new Counting.Declined("What this would insert cannot be counted without running it.")
                : new Counting.Known(values.size());
    }

    private static boolean same(Optional<Node> one, Optional<Node> other) {
        return one.isPresent() ? other.filter(one.get()::sameFields).isPresent() : other.isEmpty();
    }

    private static Counting notTheSame() {
        return new Counting.Declined("The rows of this statement cannot be counted without running it.");
    }
}
