package dev.gatehouse.detection;

/// What looks like many things and is none: UUIDs, hexadecimal hashes, ISO 8601 moments. Nothing is found inside them.
final class OpaqueRecogniser implements Recogniser {
    private static final String UUID = "00000000-0000-0000-0000-000000000000";
    static final int UUID_LENGTH = UUID.length();

    @Override
    public int at(Cell cell, int token, Candidates found) {
        var tokens = cell.tokens;
        int from = tokens.start[token];
        int to = tokens.joined(token) ? -1 : uuid(tokens, from);
        to = to < 0 && !tokens.joined(token) ? hash(tokens, from, tokens.run[token]) : to;
        to = to < 0 ? moment(tokens, token) : to;
        if (to > 0 && tokens.startsWith(to, "-us") && tokens.is(cell.tokenAt(to) + 2, Tokens.NUMBER)) {
            // A key of Mailchimp's: a digest and the data centre.
            found.insideOpaque(FindingType.SECRET, from, tokens.end[cell.tokenAt(to) + 2], 6);
        } else if (to > 0) {
            found.opaque(from, to);
        }
        return token + 1;
    }

    private static boolean hex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    /// Behind a UUID, or -1.
    static int uuid(Tokens tokens, int from) {
        if (from + UUID.length() > tokens.length || tokens.text[from + 8] != '-') {
            return -1;
        }
        for (int i = 0; i < UUID.length(); i++) {
            char c = tokens.text[from + i];
            if (UUID.charAt(i) == '-' ? c != '-' : !hex(c)) {
                return -1;
            }
        }
        return from + UUID.length();
    }

    /// Whether digests have so many hexadecimal digits.
    static boolean digest(int length) {
        return length == 32
                || length == 40
                || length == 48
                || length == 56
                || length == 64
                || length == 96
                || length == 128;
    }

    /// As long as a digest is, and not digits alone.
    private static int hash(Tokens tokens, int from, int to) {
        if (!digest(to - from)) {
            return -1;
        }
        boolean letters = false;
        for (int i = from; i < to; i++) {
            if (!hex(tokens.text[i])) {
                return -1;
            }
            letters |= tokens.text[i] > '9';
        }
        return letters ? to : -1;
    }

    /// `2024-05-06T07:08:09` and `2024-05-06 07:08`, with what follows of it.
    private static int moment(Tokens tokens, int token) {
        boolean dated = tokens.is(token, Tokens.NUMBER)
                && tokens.size(token) == 4
                && tokens.mark(token + 1, '-')
                && tokens.mark(token + 3, '-')
                && tokens.is(token + 4, Tokens.NUMBER)
                && tokens.size(token + 4) == 2;
        if (!dated) {
            return -1;
        }
        int at = tokens.end[token + 4];
        char between = tokens.at(at);
        if (between != 'T' && between != ' ' || tokens.at(at + 3) != ':') {
            return -1;
        }
        int to = at + 1;
        while (to < tokens.length && "0123456789:.,Z+-".indexOf(tokens.text[to]) >= 0) {
            to++;
        }
        return to;
    }

    /// Whether a text that begins with a date is one moment up to its end.
    static boolean allMoment(Tokens tokens, int length) {
        char[] text = tokens.text;
        if (length < 16 || text[10] != 'T' && text[10] != ' ' || text[13] != ':') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            boolean digit = text[i] >= '0' && text[i] <= '9';
            if (!digit && i != 10 && (i > 10 ? ":.Z+-".indexOf(text[i]) < 0 : i != 4 && i != 7)) {
                return false;
            }
        }
        return true;
    }
}
