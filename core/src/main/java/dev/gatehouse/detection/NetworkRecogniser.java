package dev.gatehouse.detection;

/// IP addresses (RFC 791, RFC 4291) and hardware addresses (IEEE 802).
final class NetworkRecogniser {
    private NetworkRecogniser() {}

    /// Four decimal parts.
    static int decimal(Cell cell, int token, Candidates found) {
        four(cell, token, found);
        return token + 1;
    }

    /// Hexadecimal digits in groups.
    static int hexadecimal(Cell cell, int token, Candidates found) {
        return hexStart(cell.tokens, token) ? hexRun(cell, token, found) : token + 1;
    }

    private static void four(Cell cell, int first, Candidates found) {
        var tokens = cell.tokens;
        int last = first + 6;
        if (last >= tokens.count || tokens.touchesPrevious(first) && joins(tokens.at(tokens.start[first] - 1))) {
            return;
        }
        int large = 0;
        int value = 0;
        for (int i = first; i <= last; i += 2) {
            if (!tokens.is(i, Tokens.NUMBER)
                    || tokens.size(i) > 3
                    || i > first && !tokens.touchesPrevious(i)
                    || i < last && !(tokens.mark(i + 1, '.') && tokens.touchesPrevious(i + 1))) {
                return;
            }
            value = (int) CheckDigits.number(tokens.text, tokens.start[i], tokens.size(i));
            if (value > 255 || tokens.size(i) > 1 && tokens.text[tokens.start[i]] == '0') {
                return;
            }
            large += value >= 20 ? 1 : 0;
        }
        int from = tokens.start[first];
        int to = tokens.end[last];
        if (tokens.alphanumeric(to)
                || tokens.at(to) == '.' && tokens.alphanumeric(to + 1)
                || tokens.at(to) == '_'
                || tokens.at(to) == '-' && tokens.alphanumeric(to + 1)) {
            return;
        }
        boolean network = value == 0 && tokens.at(to) == '/' && tokens.is(last + 2, Tokens.NUMBER);
        found.propose(FindingType.IP_ADDRESS, from, to, ofFour(tokens, from, large) - (network ? 4 : 0));
    }

    /// Versions have four parts as well, but small ones, and a product or a `v` before them.
    private static double ofFour(Tokens tokens, int from, int large) {
        if (tokens.startsWith(from, "127.") || tokens.startsWith(from, "0.") || tokens.startsWith(from, "255.")) {
            return -3;
        }
        boolean homely = tokens.startsWith(from, "10.") || tokens.startsWith(from, "192.168.");
        double shape = large == 0 ? -1 : large == 1 ? -0.5 : large == 2 ? 1.5 : large == 3 ? 3 : 4;
        shape += homely ? 1.5 : 0;
        if (tokens.at(from - 1) == '/' && tokens.alphanumeric(from - 2)) {
            shape -= 6;
        }
        return shape;
    }

    private static boolean joins(char c) {
        return Fold.kind(c) == Fold.LETTER || c == '.' || c == '_' || c == '-';
    }

    private static boolean hexStart(Tokens tokens, int token) {
        int at = tokens.start[token];
        return hex(tokens.text[at])
                        && !tokens.alphanumeric(at - 1)
                        && tokens.at(at - 1) != ':'
                        && tokens.at(at - 1) != '-'
                        && tokens.at(at - 1) != '.'
                || tokens.mark(token, ':') && tokens.at(at + 1) == ':' && !tokens.alphanumeric(at - 1);
    }

    private static boolean hex(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    /// Reads hexadecimal digits and the separators `:`, `-` and `.`; returns the token after them.
    private static int hexRun(Cell cell, int first, Candidates found) {
        var tokens = cell.tokens;
        int from = tokens.start[first];
        int to = from;
        while (to < tokens.length && (hex(tokens.text[to]) || separator(tokens.text[to]))) {
            to++;
        }
        int next = first + 1;
        while (next < tokens.count && tokens.start[next] < to) {
            next++;
        }
        while (to > from
                && (tokens.text[to - 1] == '-'
                        || tokens.text[to - 1] == '.'
                        || tokens.text[to - 1] == ':' && tokens.at(to - 2) != ':')) {
            to--;
        }
        if (to - from < 3 || tokens.alphanumeric(to)) {
            return next;
        }
        groups(cell, from, to, found);
        return next;
    }

    /// Hexadecimal digits and separators from end to end.
    static void groups(Cell cell, int from, int to, Candidates found) {
        var tokens = cell.tokens;
        if (mac(tokens, from, to)) {
            boolean plain = to - from == 12;
            boolean zero = CheckDigits.same(tokens.text, from, 2) && tokens.startsWith(from, "00:00:00:00:00:00");
            if (!plain || cell.column.names(FindingType.MAC_ADDRESS)) {
                found.propose(FindingType.MAC_ADDRESS, from, to, plain || zero ? -2 : 4.5);
            }
        } else {
            six(tokens, from, to, found);
        }
    }

    /// A text that is four numbers with dots and nothing else; false if it is none of these.
    static boolean allFour(Cell cell, int length, Candidates found) {
        char[] text = cell.tokens.text;
        int large = 0;
        int value = 0;
        int digits = 0;
        for (int i = 0; i <= length; i++) {
            if (i < length && text[i] != '.') {
                value = 10 * value + text[i] - '0';
                digits++;
                continue;
            }
            boolean padded = digits > 1 && text[i - digits] == '0';
            if (digits == 0 || digits > 3 || value > 255 || padded) {
                return false;
            }
            large += value >= 20 ? 1 : 0;
            value = 0;
            digits = 0;
        }
        found.propose(FindingType.IP_ADDRESS, 0, length, ofFour(cell.tokens, 0, large));
        return true;
    }

    private static boolean separator(char c) {
        return c == ':' || c == '-' || c == '.';
    }

    /// Six pairs, three groups of four with dots, or twelve digits.
    private static boolean mac(Tokens tokens, int from, int to) {
        int length = to - from;
        char c = tokens.at(from + 2);
        if (length == 17 && (c == ':' || c == '-')) {
            for (int i = 2; i < 17; i += 3) {
                if (tokens.text[from + i] != c || !hex(tokens.text[from + i - 1]) || !hex(tokens.text[from + i - 2])) {
                    return false;
                }
            }
            return hex(tokens.text[to - 1]) && hex(tokens.text[to - 2]);
        }
        if (length == 14 && tokens.at(from + 4) == '.' && tokens.at(from + 9) == '.') {
            return letters(tokens, from, to) > 0 && allHex(tokens, from, to) == 12;
        }
        return length == 12 && allHex(tokens, from, to) == 12;
    }

    private static int allHex(Tokens tokens, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += hex(tokens.text[i]) ? 1 : 0;
        }
        return count;
    }

    private static int letters(Tokens tokens, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += tokens.text[i] > '9' && tokens.text[i] != ':' ? 1 : 0;
        }
        return count;
    }

    private static void six(Tokens tokens, int from, int to, Candidates found) {
        int groups = 0;
        int digits = 0;
        int longest = 0;
        int doubles = 0;
        int dots = 0;
        for (int i = from; i < to; i++) {
            char c = tokens.text[i];
            if (c == ':') {
                if (i + 1 < to && tokens.text[i + 1] == ':') {
                    doubles++;
                }
                digits = 0;
            } else if (c == '.' && tail(tokens, i, to)) {
                // Four decimal parts count as two groups.
                groups += dots == 0 ? 1 : 0;
                groups -= dots > 0 ? 1 : 0;
                dots++;
                digits = 0;
            } else if (c == '-' || c == '.') {
                return;
            } else {
                groups += digits == 0 ? 1 : 0;
                digits++;
                longest = Math.max(longest, digits);
            }
            if (digits > 4) {
                return;
            }
        }
        boolean full = groups == 8 && doubles == 0;
        boolean shortened = doubles == 1 && groups >= 2 && groups <= 7 && longest >= 3;
        boolean mapped = dots == 3 && doubles == 1;
        if (dots != 0 && dots != 3) {
            return;
        }
        if (full || shortened || mapped) {
            // More than the four decimal parts by themselves.
            found.propose(FindingType.IP_ADDRESS, from, to, mapped ? 6 : longest >= 2 ? 4.5 : 0.5);
        }
    }

    /// Whether a dot belongs to the four parts that may end an address.
    private static boolean tail(Tokens tokens, int dot, int to) {
        for (int i = dot - 1; i < to; i++) {
            if (tokens.text[i] != '.' && (tokens.text[i] < '0' || tokens.text[i] > '9')) {
                return false;
            }
        }
        return true;
    }
}
