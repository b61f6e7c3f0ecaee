package dev.gatehouse.sql.tree;

import dev.gatehouse.pgparser.ParserUnavailable;
import dev.gatehouse.pgparser.PgParsers;
import dev.gatehouse.pgparser.SyntaxError;
import java.util.Optional;

/// PostgreSQL's own grammar. Safe for use by several threads, virtual ones too.
public final class PostgresParser implements Parser {
    /// How many nodes of a tree may stand above each other, unless the constructor says otherwise.
    public static final int DEFAULT_DEEPEST = 1_000;

    private static final String NOT_SQL = "42601";
    private static final String LIMIT = "54000";

    private final PgParsers parsers;
    private final int deepest;
    private final TreeReader reader;

    /// @param parsers closed by whoever made them
    public PostgresParser(PgParsers parsers) {
        this(parsers, DEFAULT_DEEPEST);
    }

    /// @param deepest how many nodes of a tree may stand above each other
    public PostgresParser(PgParsers parsers, int deepest) {
        this.parsers = parsers;
        this.deepest = deepest;
        reader = new TreeReader(deepest);
    }

    @Override
    public Parsed parse(byte[] sql) {
        if (sql.length > parsers.largestStatement()) {
            return new Parsed.SyntaxError(
                    LIMIT,
                    "The statement has " + sql.length + " bytes; limits.statement allows " + parsers.largestStatement()
                            + ". Split it, or load data with COPY.",
                    0);
        }
        try {
            return new Parsed.Statements(reader.statements(parsers.parse(sql)));
        } catch (SyntaxError error) {
            return new Parsed.SyntaxError(
                    NOT_SQL, Optional.ofNullable(error.getMessage()).orElse("syntax error"), error.position());
        } catch (ParserUnavailable unavailable) {
            return new Parsed.Unavailable("The statement could not be parsed: " + unavailable.getMessage());
        } catch (TreeReader.TooDeep tooDeep) {
            return new Parsed.SyntaxError(
                    LIMIT,
                    "The statement is nested too deeply; limits.parse-depth allows " + deepest
                            + " levels. Write it with fewer.",
                    0);
        }
    }
}
