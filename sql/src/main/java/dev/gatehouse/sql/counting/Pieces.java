package dev.gatehouse.sql.counting;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Cuts a statement's text at words that stand outside of parentheses, quotes and comments. What it cuts wrongly is
/// found out by whoever parses the result.
final class Pieces {
    private final byte[] text;

    Pieces(byte[] text) {
        this.text = text;
    }

    /// From a place up to the first of these words.
    String between(int start, String... words) {
        int end = text.length;
        for (String word : words) {
            end = Math.min(end, find(word, start));
        }
        return cut(start, end);
    }

    /// Where the first such word begins from a place on; the end of the text if there is none.
    int place(String word, int from) {
        return find(word, from);
    }

    /// From behind the first `after` up to the first `before` that follows.
    String between(String after, String before) {
        int start = Math.min(text.length, find(after, 0) + after.length());
        return cut(start, find(before, start));
    }

    private String cut(int start, int end) {
        return new String(text, start, Math.max(0, end - start), StandardCharsets.UTF_8)
                .strip()
                .replaceAll(";+$", "");
    }

    private int find(String word, int from) {
        int depth = 0;
        int i = from;
        while (i < text.length) {
            char c = (char) text[i];
            if (c == '\'' || c == '"') {
                i = quoted(i, c);
            } else if (letter(i)) {
                int end = i;
                while (end < text.length && (letter(end) || digit(end))) {
                    end++;
                }
                if (depth == 0
                        && new String(text, i, end - i, StandardCharsets.UTF_8)
                                .toLowerCase(Locale.ROOT)
                                .equals(word)) {
                    return i;
                }
                i = end;
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                i++;
            }
        }
        return text.length;
    }

    private int quoted(int start, char quote) {
        int i = start + 1;
        while (i < text.length && text[i] != quote) {
            i++;
        }
        return i + 1;
    }

    private boolean letter(int i) {
        int c = text[i] | 0x20;
        return (c >= 'a' && c <= 'z') || text[i] == '_' || text[i] < 0;
    }

    private boolean digit(int i) {
        return (text[i] >= '0' && text[i] <= '9') || text[i] == '$';
    }
}
