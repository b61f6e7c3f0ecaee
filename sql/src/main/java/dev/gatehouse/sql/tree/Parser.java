package dev.gatehouse.sql.tree;

import java.util.List;

/// Reads a SQL text the way its target would. One implementation per SQL dialect.
@FunctionalInterface
public interface Parser {
    /// @param sql UTF-8, without NUL bytes; must not change while this runs
    Parsed parse(byte[] sql);

    /// What came of it.
    sealed interface Parsed {
        /// The statements of the text, in order.
        record Statements(List<Node> statements) implements Parsed {
            public Statements {
                statements = List.copyOf(statements);
            }
        }

        /// The target's grammar does not accept the text, or it is beyond a limit of ours.
        ///
        /// @param sqlState 42601 where the target would say so, 54000 for a limit
        /// @param position in characters from 1; 0 if it is not known
        record SyntaxError(String sqlState, String message, int position) implements Parsed {}

        /// There is no telling: too busy, or the parser failed.
        record Unavailable(String reason) implements Parsed {}
    }
}
