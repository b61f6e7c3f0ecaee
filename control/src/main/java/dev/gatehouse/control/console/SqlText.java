package dev.gatehouse.control.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Cuts a statement into pieces to colour, for the eye only: nothing is decided by it. Characters that cannot
/// be seen, or that turn the direction of writing, become pieces of their own, so that a reader sees what the
/// target would read.
public final class SqlText {
    private static final int LONGEST = 20_000;

    private static final Pattern PIECES = Pattern.compile("(?<comment>--[^\\n]*|/\\*(?s:.*?)\\*/)"
            + "|(?<text>[eEnNbBxX]?'(?:[^']|'')*'|\\$[A-Za-z_]*\\$(?s:.*?)\\$[A-Za-z_]*\\$)"
            + "|(?<name>\"(?:[^\"]|\"\")*\")"
            + "|(?<number>\\b[0-9][0-9_]*(?:\\.[0-9]+)?\\b|\\$[0-9]+)"
            + "|(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)");

    private static final Set<String> KEYWORDS = Set.of(
            ("ADD ALL ALTER ANALYZE AND ANY AS ASC BEGIN BETWEEN BY CASE CAST CLOSE COLUMN COMMIT CONFLICT COPY CREATE"
                            + " CROSS CURSOR DECLARE DEFAULT DELETE DESC DISTINCT DO DROP ELSE END EXCEPT EXECUTE EXISTS"
                            + " EXPLAIN FALSE FETCH FILTER FOR FROM FULL FUNCTION GRANT GROUP HAVING ILIKE IN INDEX INNER"
                            + " INSERT INTERSECT INTERVAL INTO IS JOIN LATERAL LEFT LIKE LIMIT LISTEN LOCK MERGE NOT"
                            + " NOTHING NOTIFY NULL OFFSET ON OR ORDER OUTER OVER PARTITION PREPARE PRIMARY RECURSIVE"
                            + " REFERENCES RESET RETURNING REVOKE RIGHT ROLE ROLLBACK SAVEPOINT SELECT SET SHOW SIMILAR"
                            + " TABLE THEN TO TRANSACTION TRUE TRUNCATE UNION UNIQUE UPDATE USING VACUUM VALUES VIEW WHEN"
                            + " WHERE WINDOW WITH")
                    .split(" ", -1));

    private SqlText() {}

    /// @param kind `keyword`, `text`, `name`, `number`, `comment`, `unseen` or `plain`
    public record Piece(String kind, String text) {}

    /// The pieces, which together are the statement; beyond [#LONGEST] characters an ellipsis.
    public static List<Piece> of(String statement) {
        String text = statement.length() > LONGEST ? statement.substring(0, LONGEST) + " …" : statement;
        var pieces = new ArrayList<Piece>();
        var matcher = PIECES.matcher(text);
        int at = 0;
        while (matcher.find()) {
            seen("plain", text.substring(at, matcher.start()), pieces);
            seen(kind(matcher), matcher.group(), pieces);
            at = matcher.end();
        }
        seen("plain", text.substring(at), pieces);
        return pieces;
    }

    private static String kind(java.util.regex.Matcher matcher) {
        if (matcher.group("word") != null) {
            return KEYWORDS.contains(matcher.group().toUpperCase(Locale.ROOT)) ? "keyword" : "plain";
        }
        for (String kind : List.of("comment", "text", "name", "number")) {
            if (matcher.group(kind) != null) {
                return kind;
            }
        }
        return "plain";
    }

    /// Any foreign text in which what cannot be seen is shown.
    public static List<Piece> plain(String text) {
        var pieces = new ArrayList<Piece>();
        seen("plain", text, pieces);
        return pieces;
    }

    private static void seen(String kind, String text, List<Piece> pieces) {
        int from = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int code = text.codePointAt(at);
            if (hidden(code)) {
                if (at > from) {
                    pieces.add(new Piece(kind, text.substring(from, at)));
                }
                pieces.add(new Piece("unseen", String.format("U+%04X", code)));
                from = at + Character.charCount(code);
            }
        }
        if (from < text.length()) {
            pieces.add(new Piece(kind, text.substring(from)));
        }
    }

    /// Controls but for line breaks and tabs, format characters such as U+202E and U+200B, odd spaces, half
    /// surrogates, private use, and fillers that look like nothing.
    private static boolean hidden(int code) {
        return switch (Character.getType(code)) {
            case Character.CONTROL -> code != '\n' && code != '\t' && code != '\r';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> code != ' ';
            default -> code == 0x3164 || code == 0x115F || code == 0x1160 || code == 0xFFA0 || code == 0x2800;
        };
    }
}
