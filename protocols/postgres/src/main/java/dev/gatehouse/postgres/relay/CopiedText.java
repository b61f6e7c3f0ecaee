package dev.gatehouse.postgres.relay;

import dev.gatehouse.masking.MaskTraces;

/// What a client copies in, looked at for masks that come back: as it is written, and as COPY would read it, where
/// backslashes or quotes stand between the characters of a value. One thread; lots follow one another, and a value may
/// lie across two.
final class CopiedText {
    private static final int LONGEST_TRACE = 64;
    /// The longest way to write one character: a backslash and three digits.
    private static final int LONGEST_ESCAPE = 4;
    private static final String LETTERS = "bfnrtv";
    private static final String MEANT = "\b\f\n\r\t\u000b";

    private final MaskTraces traces = new MaskTraces();
    private String written = "";
    private String unescaped = "";
    private String unquoted = "";
    private String pending = "";

    /// A COPY begins.
    void begin() {
        written = "";
        unescaped = "";
        unquoted = "";
        pending = "";
    }

    /// Whether a mask stands in the next lot, or began in the one before.
    boolean masked(String lot) {
        String plain = written + lot;
        String meant = unescaped + unescape(pending + lot);
        String bare = unquoted + lot.replace("\"", "");
        written = end(plain);
        unescaped = end(meant);
        unquoted = end(bare);
        return traces.in(plain)
                || meant.length() != plain.length() && traces.in(meant)
                || bare.length() != plain.length() && traces.in(bare);
    }

    /// Whether a mask ends in an escape that was still open when the last lot ended.
    boolean maskedAtEnd() {
        return !pending.isEmpty() && traces.in(unescaped + unescape(pending + " ".repeat(LONGEST_ESCAPE)));
    }

    private static String end(String text) {
        return text.substring(Math.max(0, text.length() - LONGEST_TRACE));
    }

    /// What the text format means by `text`; an escape that may go on in the next lot is kept for it.
    private String unescape(String text) {
        pending = "";
        var meant = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            if (text.charAt(i) != '\\') {
                meant.append(text.charAt(i++));
            } else if (text.length() - i < LONGEST_ESCAPE) {
                pending = text.substring(i);
                break;
            } else {
                i = escape(text, i + 1, meant);
            }
        }
        return meant.toString();
    }

    private static int escape(String text, int at, StringBuilder meant) {
        char first = text.charAt(at);
        int radix = first == 'x' ? 16 : 8;
        int from = first == 'x' ? at + 1 : at;
        int to = from;
        int most = first == 'x' ? 2 : 3;
        while (to < text.length() && to - from < most && Character.digit(text.charAt(to), radix) >= 0) {
            to++;
        }
        if (to > from) {
            meant.append((char) (Integer.parseInt(text.substring(from, to), radix) & 0xff));
            return to;
        }
        int letter = LETTERS.indexOf(first);
        meant.append(letter < 0 ? first : MEANT.charAt(letter));
        return at + 1;
    }
}
