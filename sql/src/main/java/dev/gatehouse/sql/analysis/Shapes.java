package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Slice;
import dev.gatehouse.sql.analysis.Lexer.Token;
import dev.gatehouse.sql.tree.Node;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Takes the constants out of a text, and checks with the parser's tree that none was missed.
final class Shapes {
    private static final String DIGEST = "sha256:";

    private Shapes() {}

    static Shape of(byte[] text, List<Node> statements) {
        var lexer = new Lexer(text);
        var tokens = lexer.tokens();
        var starts = new HashSet<Integer>();
        tokens.forEach(token -> starts.add(token.start()));
        return covered(statements, text, starts) ? shape(text, tokens, lexer.highestParameter()) : digest(text);
    }

    /// The shape of a text that could not be parsed: nobody knows what in it is a constant.
    static Shape digest(byte[] text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text);
            return new Shape(DIGEST + HexFormat.of().formatHex(hash), List.of(Slice.of(text)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }

    /// Whether this is a shape with its constants apart, and not a digest.
    static boolean told(Shape shape) {
        return !shape.text().startsWith(DIGEST);
    }

    private static boolean covered(List<Node> statements, byte[] text, Set<Integer> starts) {
        var all = new boolean[] {true};
        for (Node statement : statements) {
            statement.visit(node -> all[0] = all[0] && covered(node, text, starts));
        }
        return all[0];
    }

    private static boolean covered(Node node, byte[] text, Set<Integer> starts) {
        return !node.is("A_Const") || node.has("boolval") || node.has("isnull") || at(node.location(), text, starts);
    }

    /// Whether a constant begins at a place, or the minus before it does; a bare word, as in `SET x TO y`, is one too,
    /// but part of the shape.
    private static boolean at(int place, byte[] text, Set<Integer> starts) {
        if (place < 0 || place >= text.length) {
            return false;
        }
        byte first = text[place];
        return starts.contains(place) || first == '-' || Character.isLetter(first) || first == '"';
    }

    private static Shape shape(byte[] text, List<Token> tokens, int parameters) {
        var out = new ByteArrayOutputStream(text.length);
        var literals = new ArrayList<Slice>();
        int from = 0;
        int number = parameters;
        for (Token token : tokens) {
            out.write(text, from, token.start() - from);
            var replacement = token.comment() ? " " : "$" + ++number;
            out.writeBytes(replacement.getBytes(StandardCharsets.US_ASCII));
            literals.add(Slice.copyOf(text, token.start(), token.end() - token.start()));
            from = token.end();
        }
        out.write(text, from, text.length - from);
        return new Shape(out.toString(StandardCharsets.UTF_8), literals);
    }
}
