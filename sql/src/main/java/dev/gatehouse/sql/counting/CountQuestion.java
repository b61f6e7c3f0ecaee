package dev.gatehouse.sql.counting;

import dev.gatehouse.sql.tree.Node;
import dev.gatehouse.sql.tree.Parser;
import dev.gatehouse.sql.tree.Parser.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How many rows a statement is about: a question that only reads, over the statement's own conditions.
///
/// The question is put together from pieces of the statement's text and believed only when the grammar reads the same
/// tables and the same condition in it as in the statement. Pure.
public final class CountQuestion {
    private CountQuestion() {}

    /// What can be asked.
    public sealed interface Counting {
        /// @param sql asks for one number
        /// @param places asks where the first rows are that would change, by `tableoid` and `ctid`; empty for
        ///     what changes none
        record Question(String sql, Optional<String> places) implements Counting {}

        /// The statement itself says it.
        record Known(long rows) implements Counting {}

        record Declined(String because) implements Counting {}
    }

    /// At most so many places are asked for.
    public static final int PLACES = 20;

    public static Counting of(String sql, Parser parser) {
        var statements = statements(sql, parser);
        if (statements.size() != 1) {
            return new Counting.Declined("Only a single statement can be counted.");
        }
        Node statement = statements.getFirst();
        if (changesInWith(statement)) {
            return new Counting.Declined("A WITH that changes rows cannot be counted without running it.");
        }
        var pieces = new Pieces(sql.getBytes(StandardCharsets.UTF_8));
        return switch (statement.type()) {
            case "UpdateStmt" -> {
                int relation = relation(statement);
                var others = statement.list("fromClause");
                int from = others.isEmpty() ? 0 : pieces.place("from", pieces.place("set", relation));
                yield change(
                        new Change(
                                statement,
                                others,
                                pieces.between(relation, "set"),
                                others.isEmpty() ? "" : pieces.between(from + "from".length(), "where", "returning"),
                                with(statement, pieces, "update")),
                        pieces,
                        parser);
            }
            case "DeleteStmt" -> {
                int relation = relation(statement);
                var others = statement.list("usingClause");
                int using = pieces.place("using", relation);
                yield change(
                        new Change(
                                statement,
                                others,
                                pieces.between(relation, "using", "where", "returning"),
                                others.isEmpty() ? "" : pieces.between(using + "using".length(), "where", "returning"),
                                with(statement, pieces, "delete")),
                        pieces,
                        parser);
            }
            case "SelectStmt" -> select(statement, sql, parser);
            case "InsertStmt" -> insert(statement);
            default -> new Counting.Declined("This kind of statement has no rows that could be counted beforehand.");
        };
    }

    /// A statement that changes rows of one table, in pieces of its text.
    ///
    /// @param others what it joins
    /// @param with the WITH clause, with the word and a space behind, or nothing
    private record Change(Node statement, List<Node> others, String target, String joined, String with) {
        String from() {
            Node relation = statement.node("relation").orElseThrow();
            return (relation.flag("inh") ? "" : "ONLY ") + target + (others.isEmpty() ? "" : ", " + joined);
        }

        /// The name by which the statement calls the table it changes.
        String name() {
            Node relation = statement.node("relation").orElseThrow();
            String name = relation.node("alias")
                    .map(alias -> alias.text("aliasname"))
                    .orElseGet(() -> relation.text("relname"));
            return "\"" + name.replace("\"", "\"\"") + "\"";
        }
    }

    private static List<Node> statements(String sql, Parser parser) {
        return parser.parse(sql.getBytes(StandardCharsets.UTF_8)) instanceof Parsed.Statements(var statements)
                ? statements
                : List.of();
    }

    private static int relation(Node statement) {
        return statement.node("relation").map(Node::location).orElse(0);
    }

    private static boolean changesInWith(Node statement) {
        return statement.node("withClause").map(with -> with.list("ctes")).orElse(List.of()).stream()
                .anyMatch(cte -> cte.node("ctequery")
                        .filter(query -> query.is("SelectStmt"))
                        .isEmpty());
    }

    private static String with(Node statement, Pieces pieces, String verb) {
        return statement.has("withClause") ? pieces.between(pieces.place("with", 0), verb) + " " : "";
    }

    private static Counting change(Change change, Pieces pieces, Parser parser) {
        String where = change.statement().has("whereClause") ? " WHERE " + pieces.between("where", "returning") : "";
        String from = " FROM " + change.from() + where;
        String place = change.name() + ".tableoid, " + change.name() + ".ctid";
        // A row that joins several others changes once.
        String count = change.others().isEmpty()
                ? change.with() + "SELECT count(*)" + from
                : change.with() + "SELECT count(*) FROM (SELECT DISTINCT " + place + from + ") AS preview";
        String places = change.with() + "SELECT DISTINCT " + place + from + " ORDER BY 1, 2 LIMIT " + PLACES;
        boolean joins = !change.others().isEmpty();
        return same(change, count, joins, parser) && same(change, places, false, parser)
                ? new Counting.Question(count, Optional.of(places))
                : notTheSame();
    }

    /// Whether `question` asks about the statement's own tables and condition.
    ///
    /// @param wrapped whether it counts a sub-query
    private static boolean same(Change change, String question, boolean wrapped, Parser parser) {
        var asked = statements(question, parser);
        if (asked.size() != 1
                || !same(asked.getFirst().node("withClause"), change.statement().node("withClause"))) {
            return false;
        }
        var select = wrapped
                ? asked.getFirst()
                        .list("fromClause")
                        .getFirst()
                        .node("subquery")
                        .orElseThrow()
                : asked.getFirst();
        var tables = new ArrayList<Node>();
        tables.add(change.statement().node("relation").orElseThrow());
        tables.addAll(change.others());
        var asksAbout = select.list("fromClause");
        if (asksAbout.size() != tables.size()
                || !same(select.node("whereClause"), change.statement().node("whereClause"))) {
            return false;
        }
        for (int i = 0; i < tables.size(); i++) {
            if (!asksAbout.get(i).sameFields(tables.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Counting select(Node statement, String sql, Parser parser) {
        String question = "SELECT count(*) FROM (" + sql.strip().replaceAll(";+$", "") + "\n) AS preview";
        var asked = statements(question, parser);
        boolean same = asked.size() == 1
                && asked.getFirst().list("fromClause").size() == 1
                && same(asked.getFirst().list("fromClause").getFirst().node("subquery"), Optional.of(statement));
        return same ? new Counting.Question(question, Optional.empty()) : notTheSame();
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
