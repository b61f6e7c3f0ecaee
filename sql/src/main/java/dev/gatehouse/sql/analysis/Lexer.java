package dev.gatehouse.sql.analysis;

import java.util.ArrayList;
import java.util.List;

/// Finds the constants and comments of a SQL text, as PostgreSQL reads it with `standard_conforming_strings` on.
///
/// Only used to record constants apart from the rest; nothing that is decided rests on it.
final class Lexer {
    private final byte[] text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int highestParameter;

    /// @param start first byte
    /// @param end the byte after the last one
    record Token(int start, int end, boolean comment) {}

    Lexer(byte[] text) {
        this.text = text;
    }

    List<Token> tokens() {
        while (at < text.length) {
            next();
        }
        return tokens;
    }

    int highestParameter() {
        return highestParameter;
    }

    private int peek(int ahead) {
        return at + ahead < text.length ? text[at + ahead] : 0;
    }

    private void next() {
        int c = text[at];
        if (c == '-' && peek(1) == '-') {
            comment(lineEnd());
        } else if (c == '/' && peek(1) == '*') {
            comment(blockEnd());
        } else if (c == '\'') {
            string(at, false);
        } else if (c == '"') {
            at = quoted(at, '"', false);
        } else if (c == '$') {
            dollar();
        } else if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            number();
        } else if (isLetter(c)) {
            word();
        } else {
            at++;
        }
    }

    private void comment(int end) {
        tokens.add(new Token(at, end, true));
        at = end;
    }

    private int lineEnd() {
        int end = at;
        while (end < text.length && text[end] != '\n' && text[end] != '\r') {
            end++;
        }
        return end;
    }

    private int blockEnd() {
        int depth = 0;
        int i = at;
        while (i < text.length) {
            if (text[i] == '/' && i + 1 < text.length && text[i + 1] == '*') {
                depth++;
                i += 2;
            } else if (text[i] == '*' && i + 1 < text.length && text[i + 1] == '/') {
                depth--;
                i += 2;
                if (depth == 0) {
                    return i;
                }
            } else {
                i++;
            }
        }
        return text.length;
    }

    private void string(int start, boolean escapes) {
        at = quoted(at, '\'', escapes);
        tokens.add(new Token(start, at, false));
    }

    /// The end of what is quoted from `from` on; a doubled quote stands for itself.
    private int quoted(int from, char quote, boolean escapes) {
        int i = from + 1;
        while (i < text.length) {
            if (escapes && text[i] == '\\') {
                i += 2;
            } else if (text[i] != quote) {
                i++;
            } else if (i + 1 < text.length && text[i + 1] == quote) {
                i += 2;
            } else {
                return i + 1;
            }
        }
        return text.length;
    }

    private void dollar() {
        if (isDigit(peek(1))) {
            int number = 0;
            at++;
            while (isDigit(peek(0))) {
                number = Math.min(number * 10 + (peek(0) - '0'), 1_000_000);
                at++;
            }
            highestParameter = Math.max(highestParameter, number);
            return;
        }
        int tagEnd = at + 1;
        while (tagEnd < text.length && (isLetter(text[tagEnd]) || isDigit(text[tagEnd]))) {
            tagEnd++;
        }
        if (tagEnd >= text.length || text[tagEnd] != '$') {
            at++;
            return;
        }
        int start = at;
        int end = find(tagEnd + 1, start, tagEnd + 1 - start);
        at = end;
        tokens.add(new Token(start, end, false));
    }

    /// The end of the next occurrence of the tag that begins at `tag`.
    private int find(int from, int tag, int length) {
        for (int i = from; i + length <= text.length; i++) {
            if (java.util.Arrays.equals(text, i, i + length, text, tag, tag + length)) {
                return i + length;
            }
        }
        return text.length;
    }

    private void number() {
        int start = at;
        while (isDigit(peek(0)) || isLetter(peek(0)) || peek(0) == '.') {
            boolean exponent = (peek(0) == 'e' || peek(0) == 'E') && !isHex(start);
            at++;
            if (exponent && (peek(0) == '+' || peek(0) == '-')) {
                at++;
            }
        }
        tokens.add(new Token(start, at, false));
    }

    private boolean isHex(int start) {
        return text[start] == '0' && start + 1 < text.length && (text[start + 1] | 0x20) == 'x';
    }

    private void word() {
        int start = at;
        while (isLetter(peek(0)) || isDigit(peek(0)) || peek(0) == '$') {
            at++;
        }
        int length = at - start;
        int first = text[start] | 0x20;
        if (peek(0) == '\'' && length == 1 && "ebxn".indexOf(first) >= 0) {
            string(start, first == 'e');
        } else if (peek(0) == '&' && length == 1 && first == 'u' && (peek(1) == '\'' || peek(1) == '"')) {
            boolean identifier = peek(1) == '"';
            at++;
            if (identifier) {
                at = quoted(at, '"', false);
            } else {
                string(start, false);
            }
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c < 0;
    }
}
