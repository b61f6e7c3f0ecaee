package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Classification;
import dev.gatehouse.model.Slice;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.sql.catalogue.Catalogue;
import dev.gatehouse.sql.tree.Node;
import dev.gatehouse.sql.tree.Parser;
import dev.gatehouse.sql.tree.Parser.Parsed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Says what a SQL text does, or that it is not understood. Never throws because of a text.
///
/// Safe for use by several threads. Answers are remembered by exact text, session view, catalogue and classification
/// (by identity), up to [#REMEMBERED_BYTES] of memory, so that a repeated statement costs a look-up.
public final class Analyser {
    /// Bytes of memory, roughly, for texts and answers that are remembered.
    public static final int REMEMBERED_BYTES = 32 << 20;

    private final Parser parser;
    private final Remembered remembered = new Remembered(REMEMBERED_BYTES);

    public Analyser(Parser parser) {
        this.parser = parser;
    }

    /// @param text UTF-8, exactly the bytes that will be forwarded
    public Understanding analyse(Slice text, SessionView session, Catalogue catalogue, Classification classification) {
        var key = new Remembered.Key(text, session, catalogue, classification);
        var known = remembered.get(key);
        if (known.isPresent()) {
            return known.get();
        }
        var understanding = look(text.toBytes(), session, catalogue, classification);
        remembered.put(key, understanding);
        return understanding;
    }

    private Understanding look(byte[] text, SessionView session, Catalogue catalogue, Classification classification) {
        if (!wellFormed(text)) {
            return nothing(text, "The statement is not valid UTF-8, or has a NUL in it.", Optional.empty());
        }
        return switch (parser.parse(text)) {
            case Parsed.Statements parsed -> understand(text, parsed.statements(), session, catalogue, classification);
            case Parsed.SyntaxError error ->
                nothing(text, "The statement is not valid SQL: " + error.message(), Optional.of(error));
            case Parsed.Unavailable unavailable -> nothing(text, unavailable.reason(), Optional.empty());
        };
    }

    private static boolean wellFormed(byte[] text) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .chars()
                    .noneMatch(c -> c == 0);
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private static Understanding understand(
            byte[] text,
            List<Node> statements,
            SessionView session,
            Catalogue catalogue,
            Classification classification) {
        try {
            var analysis = new TextAnalysis(catalogue, classification, session);
            var facts = analysis.run(statements);
            return new Understanding(
                    facts,
                    analysis.outputs(),
                    Shapes.of(text, statements),
                    analysis.findings().changes(),
                    Optional.empty(),
                    analysis.findings().isUnknownRelation());
        } catch (Findings.TooComplex | StackOverflowError tooMuch) {
            return nothing(text, "The statement is too complex to be looked at. Write it in parts.", Optional.empty());
        } catch (RuntimeException unexpected) {
            // A tree of a form nobody thought of: whatever it is, it is not understood.
            return nothing(text, "The statement has a form that is not understood.", Optional.empty());
        }
    }

    private static Understanding nothing(byte[] text, String problem, Optional<Parsed.SyntaxError> error) {
        return new Understanding(
                SqlFacts.notUnderstood(problem), List.of(), Shapes.digest(text), List.of(), error, false);
    }
}
