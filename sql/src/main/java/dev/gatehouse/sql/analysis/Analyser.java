package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Classification;
import dev.gatehouse.model.Slice;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.sql.catalogue.Catalogue;
import dev.gatehouse.sql.tree.Node;
import dev.gatehouse.sql.tree.Parser;
import dev.gatehouse.sql.tree.Parser.Parsed;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Says what a SQL text does, or that it is not understood. Never throws because of a text.
///
/// Safe for use by several threads. Answers are remembered, by session view, catalogue and classification (by
/// identity),
/// up to [#REMEMBERED_BYTES] of memory: by the text without those of its constants that nothing depended on (see
/// [Skeleton]), so that the same statement with other values costs a look-up, or by the exact text where that cannot
/// be.
public final class Analyser {
    /// Bytes of memory, roughly, for texts and answers that are remembered.
    public static final int REMEMBERED_BYTES = 32 << 20;

    private static final int MOST_SKELETONS = 16_384;

    private final Parser parser;
    private final Remembered exactly = new Remembered(REMEMBERED_BYTES / 4);
    private final Remembered byKey = new Remembered(REMEMBERED_BYTES / 4 * 3);
    private final Fixed fixed = new Fixed(MOST_SKELETONS);

    public Analyser(Parser parser) {
        this.parser = parser;
    }

    /// What was found, and which constants it depends on; empty when that cannot be told.
    private record Looked(Understanding understanding, Optional<BitSet> fixed) {}

    /// @param text UTF-8, exactly the bytes that will be forwarded
    public Understanding analyse(Slice text, SessionView session, Catalogue catalogue, Classification classification) {
        var skeleton = Skeleton.of(text);
        return skeleton.isPresent()
                ? bySkeleton(skeleton.get(), text, session, catalogue, classification)
                : byText(text, session, catalogue, classification);
    }

    private Understanding bySkeleton(
            Skeleton skeleton, Slice text, SessionView session, Catalogue catalogue, Classification classification) {
        var known = fixed.of(skeleton.bones())
                .flatMap(constants ->
                        byKey.get(new Remembered.Key(skeleton.key(constants), session, catalogue, classification)));
        if (known.isPresent()) {
            return known.get().with(skeleton.literals());
        }
        var exact = exactly.get(new Remembered.Key(text, session, catalogue, classification));
        if (exact.isPresent()) {
            return exact.get();
        }
        var looked = look(skeleton.text(), Optional.of(skeleton), session, catalogue, classification);
        if (looked.fixed().isPresent()) {
            var constants = fixed.add(skeleton.bones(), looked.fixed().get());
            byKey.put(
                    new Remembered.Key(skeleton.key(constants), session, catalogue, classification),
                    looked.understanding());
        } else {
            exactly.put(new Remembered.Key(text, session, catalogue, classification), looked.understanding());
        }
        return looked.understanding();
    }

    private Understanding byText(Slice text, SessionView session, Catalogue catalogue, Classification classification) {
        var key = new Remembered.Key(text, session, catalogue, classification);
        var known = exactly.get(key);
        if (known.isPresent()) {
            return known.get();
        }
        var understanding = look(text.toBytes(), Optional.empty(), session, catalogue, classification)
                .understanding();
        exactly.put(key, understanding);
        return understanding;
    }

    private Looked look(
            byte[] text,
            Optional<Skeleton> skeleton,
            SessionView session,
            Catalogue catalogue,
            Classification classification) {
        if (!Utf8.wellFormed(text)) {
            return nothing(text, "The statement is not valid UTF-8, or has a NUL in it.", Optional.empty());
        }
        return switch (parser.parse(text)) {
            case Parsed.Statements parsed ->
                understand(text, skeleton, parsed.statements(), session, catalogue, classification);
            case Parsed.SyntaxError error ->
                nothing(text, "The statement is not valid SQL: " + error.message(), Optional.of(error));
            case Parsed.Unavailable unavailable -> nothing(text, unavailable.reason(), Optional.empty());
        };
    }

    private Looked understand(
            byte[] text,
            Optional<Skeleton> skeleton,
            List<Node> statements,
            SessionView session,
            Catalogue catalogue,
            Classification classification) {
        try {
            var analysis = new TextAnalysis(parser, catalogue, classification, session);
            var facts = analysis.run(statements);
            var shape = Shapes.of(text, statements);
            var understanding = new Understanding(
                    facts,
                    analysis.outputs(),
                    shape,
                    analysis.findings().changes(),
                    Optional.empty(),
                    analysis.findings().isUnknownRelation(),
                    analysis.missing(),
                    analysis.findings().copies());
            return new Looked(
                    understanding, skeleton.filter(_ -> Shapes.told(shape)).map(bones -> bones.fixed(statements)));
        } catch (Findings.TooComplex | StackOverflowError tooMuch) {
            return nothing(text, "The statement is too complex to be looked at. Write it in parts.", Optional.empty());
        } catch (RuntimeException unexpected) {
            // A tree of a form nobody thought of: whatever it is, it is not understood.
            return nothing(text, "The statement has a form that is not understood.", Optional.empty());
        }
    }

    private static Looked nothing(byte[] text, String problem, Optional<Parsed.SyntaxError> error) {
        var understanding = new Understanding(
                SqlFacts.notUnderstood(problem),
                List.of(),
                Shapes.digest(text),
                List.of(),
                error,
                false,
                Optional.empty(),
                List.of());
        return new Looked(understanding, Optional.empty());
    }
}
