package dev.gatehouse.detection;

/// Telephone numbers: with a country code as E.164 has them, or as they are written inside a country.
///
/// Country codes and lengths are a compact table of our own; which ranges a country has given out is not known here,
/// so a number without country code needs its column or a word beside it, or a very common grouping.
final class PhoneRecogniser implements Recogniser {
    private static final int SHORTEST = 7;
    private static final int LONGEST = 15;
    /// From so many digits on a comma ends a field, not whole thousands.
    private static final int LISTED = 8;
    /// Country codes of two digits; but for 1 and 7 all others have three.
    private static final boolean[] SHORT_CODES =
            codes("20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58"
                    + " 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98");

    private static boolean[] codes(String listed) {
        boolean[] codes = new boolean[100];
        for (String code : listed.split(" ", -1)) {
            codes[Integer.parseInt(code)] = true;
        }
        return codes;
    }

    @Override
    public int at(Cell cell, int token, Candidates found) {
        return starts(cell.tokens, token) ? follow(cell, token, found) : token + 1;
    }

    private static boolean starts(Tokens tokens, int token) {
        if (tokens.kind[token] == Tokens.NUMBER) {
            return !tokens.touchesPrevious(token) || !joins(tokens, token);
        }
        char c = tokens.first(token);
        return (c == '+' || c == '(')
                && tokens.kind[token] == Tokens.MARK
                && (tokens.is(token + 1, Tokens.NUMBER)
                        || c == '(' && tokens.mark(token + 1, '+')
                        || c == '+' && tokens.mark(token + 1, '('));
    }

    private static boolean joins(Tokens tokens, int token) {
        char before = tokens.first(token - 1);
        return tokens.kind[token - 1] != Tokens.MARK || "-./_+(#%$€£,@".indexOf(before) >= 0;
    }

    /// Follows digits and what separates them; returns the token after what was read.
    private static int follow(Cell cell, int first, Candidates found) {
        var tokens = cell.tokens;
        int digits = 0;
        int last = first;
        int groups = 0;
        int i = first;
        for (; i < tokens.count; i++) {
            if (tokens.kind[i] == Tokens.NUMBER) {
                if (digits + tokens.size(i) > LONGEST + 2) {
                    break;
                }
                if (i > first && tokens.start[i] - tokens.end[i - 1] > 2) {
                    break;
                }
                digits += tokens.size(i);
                groups++;
                last = i;
            } else if (!separates(tokens, i, first)) {
                break;
            }
        }
        if (digits < SHORTEST || tokens.touchesNext(last) && !ends(tokens, last, digits)) {
            return i;
        }
        propose(cell, first, last, digits, groups, found);
        return Math.max(first + 1, last + 1);
    }

    private static boolean separates(Tokens tokens, int token, int first) {
        char c = tokens.first(token);
        if (tokens.kind[token] != Tokens.MARK || token > first && tokens.start[token] - tokens.end[token - 1] > 1) {
            return false;
        }
        return c == '+' ? token <= first + 1 : "-./()\u2010\u2011\u2012\u2013".indexOf(c) >= 0;
    }

    private static boolean ends(Tokens tokens, int last, int digits) {
        char c = tokens.first(last + 1);
        if (c == ',' && digits >= LISTED) {
            return true;
        }
        return tokens.kind[last + 1] == Tokens.MARK
                        && c != '_'
                        && c != '@'
                        && c != '%'
                        && c != ':'
                        && !((c == '.' || c == ',' || c == '-' || c == '/')
                                && tokens.alphanumeric(tokens.end[last + 1]))
                || tokens.kind[last + 1] == Tokens.WORD && c == 'x';
    }

    private static void propose(Cell cell, int first, int last, int digits, int groups, Candidates found) {
        var tokens = cell.tokens;
        int from = tokens.start[first];
        int to = extension(tokens, last);
        if (tokens.mark(first, '(') && !closes(tokens, first, last)) {
            from = tokens.start[first + 1];
        }
        double shape;
        if (tokens.at(from) == '+' || tokens.at(from + 1) == '+' && tokens.at(from) == '(') {
            shape = international(tokens, from, digits) ? 4 : -4;
        } else if (tokens.startsWith(from, "00") && digits >= 10 && tokens.text[from + 2] != '0') {
            shape = groups > 1 ? 1 : -1;
        } else {
            shape = national(tokens, first, last, digits, groups);
        }
        if (digits > LONGEST || looksLikeSomethingElse(tokens, from, tokens.end[last])) {
            shape -= 6;
        }
        found.propose(FindingType.PHONE, from, to, shape);
    }

    private static boolean closes(Tokens tokens, int first, int last) {
        for (int i = first + 1; i <= last; i++) {
            if (tokens.mark(i, ')')) {
                return true;
            }
        }
        return false;
    }

    /// `x12`, `ext. 12` behind a number belong to it.
    private static int extension(Tokens tokens, int last) {
        int word = last + 1;
        if (tokens.is(word, Tokens.WORD) && tokens.start[word] - tokens.end[last] <= 1) {
            int number = tokens.mark(word + 1, '.') ? word + 2 : word + 1;
            boolean named = tokens.word(tokens.start[word], tokens.end[word], "x")
                    || tokens.word(tokens.start[word], tokens.end[word], "ext");
            if (named && tokens.is(number, Tokens.NUMBER) && tokens.size(number) <= 6) {
                return tokens.end[number];
            }
        }
        return tokens.end[last];
    }

    private static boolean international(Tokens tokens, int from, int digits) {
        int at = from;
        while (tokens.at(at) == '+' || tokens.at(at) == '(') {
            at++;
        }
        if (tokens.at(at) == '0' || digits < 8) {
            return false;
        }
        char first = tokens.at(at);
        char second = tokens.at(at + 1);
        if (first == '1' || first == '7') {
            return digits == 11;
        }
        boolean two = second >= '0' && second <= '9' && SHORT_CODES[10 * (first - '0') + second - '0'];
        return digits >= (two ? 8 : 9);
    }

    /// Numbers as they are written at home: the commonest groupings only, the rest needs a word for it.
    private static double national(Tokens tokens, int first, int last, int digits, int groups) {
        int start = tokens.kind[first] == Tokens.NUMBER ? first : first + 1;
        boolean trunk = tokens.text[tokens.start[start]] == '0';
        if (groups == 3 && digits == 10 && tokens.size(start) == 3 && tokens.size(last) == 4 && !trunk) {
            // 555-123-4567, (555) 123-4567
            boolean area = tokens.text[tokens.start[start]] >= '2';
            return area ? (tokens.mark(first, '(') ? 3 : tokens.at(tokens.end[start]) == ' ' ? -0.5 : 1) : -2;
        }
        if (groups == 5 && digits == 10 && trunk) {
            // 06 12 34 56 78
            return 2;
        }
        if (trunk && groups >= 2 && digits >= 9 && digits <= 12) {
            return tokens.mark(first, '(') || tokens.at(tokens.end[start]) == '/' ? 1.5 : 0.2;
        }
        if (groups >= 3 && digits == 9 && tokens.at(tokens.end[start]) == ' ') {
            return -1.5;
        }
        return groups == 1 ? trunk && digits >= 10 ? -2.5 : -4 : -3;
    }

    /// Dates, addresses of the network and amounts are digits and separators as well.
    private static boolean looksLikeSomethingElse(Tokens tokens, int from, int to) {
        int dots = 0;
        int hyphens = 0;
        int first = 0;
        int longest = 0;
        int run = 0;
        for (int i = from; i < to; i++) {
            char c = tokens.text[i];
            if (c == '.' || c == '-' || c == '/') {
                dots += c == '.' ? 1 : 0;
                hyphens += c == '-' || c == '/' ? 1 : 0;
                first = first == 0 ? run : first;
                run = 0;
            } else if (c >= '0' && c <= '9') {
                run++;
                longest = Math.max(longest, run);
            } else {
                return false;
            }
        }
        boolean date = dots + hyphens == 2 && (first == 4 || first <= 2) && (longest == 4 || longest == 2);
        boolean amount = dots == 1 && hyphens == 0 && to - from < 11;
        boolean address = dots == 3 && longest <= 3 && to - from <= 15 && first <= 3 && tokens.at(from) != '0';
        return date || amount || address;
    }
}
