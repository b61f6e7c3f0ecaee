package dev.gatehouse.sql.analysis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Reads the plain part of PL/pgSQL: a block without variables, of SQL statements, IF, PERFORM, RAISE of a fixed text,
/// assignments to fields of NEW and handlers of errors. Whatever else there is makes it unreadable.
///
/// The language reads a statement up to the semicolon and a condition up to THEN, outside parentheses, and so does
/// this.
final class Block {
    private static final Set<String> STATEMENTS = Set.of(
            "insert",
            "update",
            "delete",
            "merge",
            "with",
            "create",
            "alter",
            "drop",
            "comment",
            "truncate",
            "analyze",
            "grant",
            "revoke",
            "refresh",
            "reindex",
            "lock");
    /// What the language fills in by itself.
    private static final Set<String> VARIABLES =
            Set.of("found", "sqlstate", "sqlerrm", "into", "execute", "declare", "atomic");
    private static final Set<String> ENDS = Set.of("end", "elsif", "elseif", "else", "exception", "when");

    /// Each byte of its UTF-8 form is one character of this.
    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final boolean trigger;
    private int at;

    /// One step of a block, in the order in which they stand; which are run does not matter.
    sealed interface Step {
        /// @param sql a statement as it stands
        record Sql(String sql) implements Step {}

        /// @param expression what IF asks
        record Condition(String expression) implements Step {}

        /// @param expression what a field of the row is given
        record Assignment(String expression) implements Step {}
    }

    /// @param word in lower case, or one character of punctuation; empty for a constant
    private record Word(String word, int start, int end, int depth) {}

    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable() {
            super("not plain", null, false, false);
        }
    }

    private Block(String text, boolean trigger) {
        this.text = text;
        this.trigger = trigger;
    }

    /// The steps of a body, empty if it is not plain.
    ///
    /// @param trigger whether it may assign to NEW and return a row
    static Optional<List<Step>> read(String body, boolean trigger) {
        var block = new Block(new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1), trigger);
        try {
            block.split();
            var steps = new ArrayList<Step>();
            block.block(steps);
            block.skip(";");
            return block.at == block.words.size() ? Optional.of(steps) : Optional.empty();
        } catch (Unreadable unreadable) {
            return Optional.empty();
        }
    }

    /// Cuts the text into words and punctuation, without constants and comments.
    private void split() {
        char[] rest = text.toCharArray();
        for (Lexer.Token token : new Lexer(text.getBytes(StandardCharsets.ISO_8859_1)).tokens()) {
            Arrays.fill(rest, token.start(), token.end(), token.comment() ? ' ' : '\'');
        }
        int depth = 0;
        for (int i = 0; i < rest.length; ) {
            char c = rest[i];
            if (Character.isWhitespace(c)) {
                i++;
                continue;
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            int end = end(rest, i);
            words.add(new Word(word(c, text.substring(i, end).toLowerCase(Locale.ROOT)), i, end, depth));
            i = end;
        }
    }

    private static int end(char[] rest, int start) {
        char c = rest[start];
        int end = start + 1;
        if (c == '"') {
            while (end < rest.length && rest[end] != '"') {
                end++;
            }
            return Math.min(end + 1, rest.length);
        }
        while (end < rest.length
                && (letter(c) && (letter(rest[end]) || Character.isDigit(rest[end])) || c == '\'' && rest[end] == c)) {
            end++;
        }
        return end;
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 128;
    }

    private String word(char first, String found) {
        boolean own = VARIABLES.contains(found.replace("\"", ""))
                || found.replace("\"", "").startsWith("tg_");
        boolean target = found.equals("into") && follows("insert", "merge");
        if (own && !target || first == '#' || first == '\\' || first == '&') {
            throw new Unreadable();
        }
        return first == '\'' ? "" : first == '"' ? "\"" : found;
    }

    private boolean follows(String... first) {
        return !words.isEmpty() && List.of(first).contains(words.getLast().word());
    }

    private void block(List<Step> steps) {
        expect("begin");
        steps(steps);
        if (skip("exception")) {
            while (skip("when")) {
                do {
                    name();
                } while (skip("or"));
                expect("then");
                steps(steps);
            }
        }
        expect("end");
    }

    private void steps(List<Step> steps) {
        while (at < words.size() && !ENDS.contains(peek())) {
            step(steps);
        }
    }

    private void step(List<Step> steps) {
        switch (peek()) {
            case "begin" -> {
                block(steps);
                expect(";");
            }
            case "null" -> {
                at++;
                expect(";");
            }
            case "if" -> choice(steps);
            case "perform" -> {
                at++;
                steps.add(new Step.Sql("SELECT " + until(";")));
                expect(";");
            }
            case "raise" -> raise();
            case "return" -> returned();
            case "new" -> assignment(steps);
            default -> {
                if (!STATEMENTS.contains(peek())) {
                    throw new Unreadable();
                }
                steps.add(new Step.Sql(until(";")));
                expect(";");
            }
        }
    }

    private void choice(List<Step> steps) {
        do {
            at++;
            steps.add(new Step.Condition(until("then")));
            expect("then");
            steps(steps);
        } while (peek().equals("elsif") || peek().equals("elseif"));
        if (skip("else")) {
            steps(steps);
        }
        expect("end");
        expect("if");
        expect(";");
    }

    /// RAISE of a text that stands there.
    private void raise() {
        expect("raise");
        if (!peek().isEmpty()) {
            name();
        }
        expect("");
        expect(";");
    }

    private void returned() {
        expect("return");
        if (trigger) {
            if (!skip("new") && !skip("old")) {
                expect("null");
            }
        }
        expect(";");
    }

    private void assignment(List<Step> steps) {
        if (!trigger) {
            throw new Unreadable();
        }
        expect("new");
        expect(".");
        name();
        skip(":");
        expect("=");
        steps.add(new Step.Assignment(until(";")));
        expect(";");
    }

    /// The text up to a word outside parentheses.
    private String until(String end) {
        if (at >= words.size()) {
            throw new Unreadable();
        }
        int start = words.get(at).start();
        int depth = words.get(at).word().equals("(")
                ? words.get(at).depth() - 1
                : words.get(at).depth();
        int from = at;
        Predicate<Word> ends = word -> word.word().equals(end) && word.depth() <= depth;
        while (at < words.size() && !ends.test(words.get(at))) {
            at++;
        }
        if (at == from || at >= words.size()) {
            throw new Unreadable();
        }
        return new String(
                text.substring(start, words.get(at).start()).getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.UTF_8);
    }

    private String peek() {
        if (at >= words.size()) {
            throw new Unreadable();
        }
        return words.get(at).word();
    }

    private void name() {
        if (peek().isEmpty() || !letter(peek().charAt(0)) && !peek().equals("\"")) {
            throw new Unreadable();
        }
        at++;
    }

    private void expect(String word) {
        if (!skip(word)) {
            throw new Unreadable();
        }
    }

    private boolean skip(String word) {
        boolean there = at < words.size() && words.get(at).word().equals(word);
        if (there) {
            at++;
        }
        return there;
    }
}
