package dev.gatehouse.sql.analysis;

import dev.gatehouse.sql.tree.Node;
import dev.gatehouse.sql.tree.Parser;
import dev.gatehouse.sql.tree.Parser.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Texts of the catalogue, or of the session, that a statement rests on: read with the same grammar.
final class Texts {
    private final Parser parser;
    private final Findings findings;

    Texts(Parser parser, Findings findings) {
        this.parser = parser;
        this.findings = findings;
    }

    /// The statements of a text, none if it cannot be read.
    List<Node> statements(String text) {
        return switch (parser.parse(text.getBytes(StandardCharsets.UTF_8))) {
            case Parsed.Statements parsed -> parsed.statements();
            case Parsed.SyntaxError error -> List.of();
            case Parsed.Unavailable unavailable -> List.of();
        };
    }

    /// The only statement of a text.
    Optional<Node> statement(String text) {
        var statements = statements(text);
        return statements.size() == 1 ? Optional.of(statements.getFirst()) : Optional.empty();
    }

    /// Every part of the tree must have been looked at.
    void wholly(Node statement) {
        if (findings.clean()) {
            statement
                    .unread()
                    .ifPresent(part -> findings.problem("The part " + part
                            + " of a definition that this rests on is not understood. Query the tables themselves."));
        }
    }
}
