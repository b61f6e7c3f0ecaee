package dev.gatehouse.sql.analysis;

import dev.gatehouse.model.Slice;
import dev.gatehouse.sql.analysis.Lexer.Token;
import dev.gatehouse.sql.tree.Node;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A text whose simple constants are taken out: what statements have in common that differ in nothing
/// else.
///
/// Simple are whole numbers of up to nine digits and plain strings in single quotes. Wherever PostgreSQL's scanner
/// finds
/// one of them, it would find any other of its kind just as well and go on in the same state, so texts with the same
/// bones have the same tree but for the values of these constants. That a constant really stands where one was seen
/// here is checked with the parser's tree, see [#fixed]; so nothing rests on this scanner alone.
final class Skeleton {
    /// Longer texts are rarely repeated and would crowd out many short ones.
    static final int LONGEST = 16 << 10;

    private static final int MOST_DIGITS = 9;
    private static final byte NUMBER = 1;
    private static final byte STRING = 2;
    private static final byte FIXED = 3;

    private final byte[] text;
    private final List<Token> tokens;
    private final List<Token> constants;
    private final Slice bones;

    private Skeleton(byte[] text, List<Token> tokens, List<Token> constants, Slice bones) {
        this.text = text;
        this.tokens = tokens;
        this.constants = constants;
        this.bones = bones;
    }

    /// The skeleton of a text that is UTF-8 without NUL; empty for any other text, and for a long one.
    static Optional<Skeleton> of(Slice slice) {
        if (slice.length() > LONGEST) {
            return Optional.empty();
        }
        byte[] text = slice.toBytes();
        if (!Utf8.wellFormed(text)) {
            return Optional.empty();
        }
        var tokens = new Lexer(text).tokens();
        var constants = new ArrayList<Token>(tokens.size());
        var bones = new ByteArrayOutputStream(text.length);
        int from = 0;
        for (Token token : tokens) {
            int kind = kind(text, token);
            if (kind != 0) {
                constants.add(token);
                bones.write(text, from, token.start() - from);
                // A NUL stands nowhere in a text.
                bones.write(0);
                bones.write(kind);
                from = token.end();
            }
        }
        bones.write(text, from, text.length - from);
        return Optional.of(new Skeleton(text, tokens, constants, Slice.of(bones.toByteArray())));
    }

    byte[] text() {
        return text;
    }

    /// The text without its simple constants, marked by kind where they were.
    Slice bones() {
        return bones;
    }

    /// The bones and those constants that `fixed` names by their number.
    Slice key(BitSet fixed) {
        if (fixed.isEmpty()) {
            return bones;
        }
        var key = new ByteArrayOutputStream(bones.length() + 16 * fixed.cardinality());
        key.write(bones.array(), bones.offset(), bones.length());
        for (int i = fixed.nextSetBit(0); i >= 0; i = fixed.nextSetBit(i + 1)) {
            var token = constants.get(i);
            // With its number: the same value of another constant is something else.
            key.write(0);
            key.write(FIXED);
            key.write(i >>> 8);
            key.write(i);
            key.write(text, token.start(), token.end() - token.start());
        }
        return Slice.of(key.toByteArray());
    }

    /// What [Shape#literals] are for this text.
    List<Slice> literals() {
        var literals = new ArrayList<Slice>(tokens.size());
        for (Token token : tokens) {
            literals.add(Slice.of(text, token.start(), token.end() - token.start()));
        }
        return literals;
    }

    /// Which of the constants an analysis depends on: all but those that stand in the tree as exactly what was seen
    /// here, and whose value nobody took out.
    BitSet fixed(List<Node> statements) {
        var places = new HashMap<Integer, Integer>();
        for (int i = 0; i < constants.size(); i++) {
            int start = constants.get(i).start();
            places.put(start, i);
            // The grammar makes one constant of a minus and a number, placed at the minus.
            if (start > 0 && text[start - 1] == '-') {
                places.put(start - 1, i);
            }
        }
        var free = new BitSet();
        var fixed = new BitSet();
        for (Node statement : statements) {
            statement.visit(node -> sort(node, places, free, fixed));
        }
        fixed.or(complement(free));
        return fixed;
    }

    private void sort(Node node, Map<Integer, Integer> places, BitSet free, BitSet fixed) {
        var number = node.is("A_Const") ? places.get(node.location()) : null;
        if (number != null) {
            // Asked before the value is compared, which opens the node.
            boolean depends = node.opened();
            (depends || !same(node, constants.get(number)) ? fixed : free).set(number);
        }
    }

    private BitSet complement(BitSet set) {
        var rest = new BitSet();
        rest.set(0, constants.size());
        rest.andNot(set);
        return rest;
    }

    /// Whether the tree's constant has the value that the token spells.
    private boolean same(Node node, Token token) {
        if (text[token.start()] == '\'') {
            var value = node.node("sval").map(string -> string.text("sval"));
            return node.location() == token.start()
                    && value.isPresent()
                    && value.get().equals(string(token));
        }
        long spelled = Long.parseLong(
                Slice.of(text, token.start(), token.end() - token.start()).utf8());
        long sign = node.location() == token.start() ? 1 : -1;
        return node.node("ival")
                .map(value -> value.number("ival"))
                .filter(value -> value == sign * spelled)
                .isPresent();
    }

    private String string(Token token) {
        return Slice.of(text, token.start() + 1, token.end() - token.start() - 2)
                .utf8()
                .replace("''", "'");
    }

    private static int kind(byte[] text, Token token) {
        if (token.comment()) {
            return 0;
        }
        if (text[token.start()] == '\'') {
            return ended(text, token) ? STRING : 0;
        }
        return wholeNumber(text, token) ? NUMBER : 0;
    }

    /// Whether the last quote of a string is its end, and not the first half of a doubled one.
    private static boolean ended(byte[] text, Token token) {
        int last = token.end() - 1;
        if (last == token.start() || text[last] != '\'') {
            return false;
        }
        int i = token.start() + 1;
        while (i < last) {
            i += text[i] == '\'' ? 2 : 1;
        }
        return i == last;
    }

    private static boolean wholeNumber(byte[] text, Token token) {
        if (token.end() - token.start() > MOST_DIGITS) {
            return false;
        }
        for (int i = token.start(); i < token.end(); i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
        }
        return (token.start() == 0 || standsApart(text[token.start() - 1]))
                && (token.end() == text.length || standsApart(text[token.end()]));
    }

    /// Whether a number that touches this byte is a token of its own.
    private static boolean standsApart(byte c) {
        return c >= 0 && c != '.' && c != '_' && c != '$' && !Character.isLetterOrDigit(c);
    }
}
