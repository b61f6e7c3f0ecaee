package dev.gatehouse.sql.tree;

import dev.gatehouse.pgparser.ParserUnavailable;
import dev.gatehouse.pgparser.PgParsers;
import dev.gatehouse.pgparser.SyntaxError;
import java.util.Optional;

/// PostgreSQL's own grammar. Safe for use by several threads, virtual ones too.
public final class PostgresParser implements Parser {
    private final PgParsers parsers;
    private final TreeReader reader = new TreeReader();

    /// @param parsers closed by whoever made them
    public PostgresParser(PgParsers parsers) {
        this.parsers = parsers;
    }

    @Override
    public Parsed parse(byte[] sql) {
        try {
            return new Parsed.Statements(reader.statements(parsers.parse(sql)));
        } catch (SyntaxError error) {
            return new Parsed.SyntaxError(
                    Optional.ofNullable(error.getMessage()).orElse("syntax error"), error.position());
        } catch (ParserUnavailable unavailable) {
            return new Parsed.Unavailable("The statement could not be parsed: " + unavailable.getMessage());
        } catch (TreeReader.TooDeep tooDeep) {
            return new Parsed.Unavailable("The statement is nested too deeply. Write it with fewer levels.");
        }
    }
}
