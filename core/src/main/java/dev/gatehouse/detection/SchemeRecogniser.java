package dev.gatehouse.detection;

import java.util.ArrayList;
import java.util.List;

/// Recognises whatever has a fixed layout ([Scheme]): at each word or number, follows the tokens as long as some
/// layout goes on like that, and asks the schemes whose layout ends there.
final class SchemeRecogniser implements Recogniser {
    private static final int TABLE = 4096;
    /// What tokens can be at the beginning of a layout, see [#code].
    private static final int CODES = 128;

    private static final int LONGEST_TOKEN = 31;
    /// Against what may be seconds since 1970.
    private static final double MOMENT = -4.5;

    /// As many digits as seconds since 1970 have.
    private static final int SECONDS = 10;

    /// Layouts by the hash of their tokens; a prefix of some layout has an empty list.
    private final long[] keys = new long[TABLE];

    private final List<List<Scheme>> schemes = new ArrayList<>();
    private final int[] index = new int[TABLE];

    /// Codes of tokens that are a layout by themselves.
    private final boolean[] alone = new boolean[CODES];
    /// Pairs of codes that a layout begins with; those with a blank between are in the second half.
    private final boolean[] pairs = new boolean[2 * CODES * CODES];

    /// Those that are digits and nothing else, by how many.
    private final List<List<Scheme>> plain = new ArrayList<>();

    static final int MOST_DIGITS = 19;

    SchemeRecogniser(List<Scheme> known) {
        schemes.add(List.of());
        for (int i = 0; i <= MOST_DIGITS; i++) {
            plain.add(new ArrayList<>());
        }
        for (Scheme scheme : known) {
            scheme.layouts().forEach(layout -> add(layout, scheme));
        }
    }

    /// A text that is digits from end to end.
    void digits(Cell cell, int length, Candidates found) {
        List<Scheme> here = plain.get(length);
        System.arraycopy(cell.tokens.text, 0, cell.compact, 0, length);
        double moment = length == SECONDS && moment(cell.compact, 0) ? MOMENT : 0;
        for (int i = 0; i < here.size(); i++) {
            judge(here.get(i), cell, 0, length, length, moment, found);
        }
    }

    private void add(String layout, Scheme scheme) {
        if (layout.chars().allMatch(c -> c == '0') && layout.length() <= MOST_DIGITS) {
            plain.get(layout.length()).add(scheme);
        }
        var tokens = new Tokens();
        tokens.read(layout.replaceAll("\\d", "0"), 0, layout.length());
        if (tokens.count == 1) {
            alone[code(tokens, 0)] = true;
        } else {
            pairs[pair(tokens, 0)] = true;
        }
        long shape = 0;
        for (int i = 0; i < tokens.count; i++) {
            shape = step(tokens, i, shape, i > 0 && !tokens.touchesPrevious(i));
            int slot = slot(shape);
            if (keys[slot] == 0) {
                keys[slot] = shape;
                index[slot] = schemes.size();
                schemes.add(new ArrayList<>());
            }
            if (i == tokens.count - 1) {
                schemes.get(index[slot]).add(scheme);
            }
        }
    }

    /// What a token is and how long, or which mark, in seven bits.
    private static int code(Tokens tokens, int token) {
        return switch (tokens.kind[token]) {
            case Tokens.WORD -> Math.min(tokens.size(token), LONGEST_TOKEN);
            case Tokens.NUMBER -> 32 + Math.min(tokens.size(token), LONGEST_TOKEN);
            default -> 64 + (tokens.first(token) & 63);
        };
    }

    private static int pair(Tokens tokens, int token) {
        int blank = tokens.touchesNext(token) ? 0 : CODES * CODES;
        return blank + code(tokens, token) * CODES + code(tokens, token + 1);
    }

    /// Whether some layout begins like this; most numbers in a text begin none.
    private boolean begins(Tokens tokens, int token) {
        return alone[code(tokens, token)] || token + 1 < tokens.count && pairs[pair(tokens, token)];
    }

    private static long step(Tokens tokens, int token, long shape, boolean blank) {
        long hash = blank ? (shape + 7) * 0x9E37_79B9_7F4A_7C15L : shape;
        long part = switch (tokens.kind[token]) {
            case Tokens.WORD -> 1000 + tokens.size(token);
            case Tokens.NUMBER -> 2000 + tokens.size(token);
            default -> 3000 + tokens.first(token);
        };
        return (hash + part) * 0x9E37_79B9_7F4A_7C15L ^ hash >>> 31;
    }

    private int slot(long key) {
        int slot = (int) (key >>> 40) & (TABLE - 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (TABLE - 1);
        }
        return slot;
    }

    @Override
    public int at(Cell cell, int token, Candidates found) {
        if (begins(cell.tokens, token) && startsFree(cell.tokens, token)) {
            follow(cell, token, found);
        }
        return token + 1;
    }

    private static boolean startsFree(Tokens tokens, int token) {
        if (!tokens.touchesPrevious(token)) {
            return true;
        }
        char before = tokens.first(token - 1);
        return tokens.kind[token - 1] == Tokens.MARK && before != '_' && before != '%';
    }

    private void follow(Cell cell, int first, Candidates found) {
        var tokens = cell.tokens;
        long shape = 0;
        int length = 0;
        for (int i = first; i < tokens.count; i++) {
            boolean blank = i > first && !tokens.touchesPrevious(i);
            if (blank && tokens.start[i] - tokens.end[i - 1] != 1) {
                return;
            }
            shape = step(tokens, i, shape, blank);
            int slot = slot(shape);
            if (keys[slot] == 0) {
                return;
            }
            if (tokens.kind[i] != Tokens.MARK) {
                if (length + tokens.size(i) > cell.compact.length) {
                    return;
                }
                for (int at = tokens.start[i]; at < tokens.end[i]; at++) {
                    cell.compact[length++] = upper(tokens.text[at]);
                }
                List<Scheme> here = schemes.get(index[slot]);
                if (!here.isEmpty() && endsFree(tokens, i)) {
                    propose(cell, first, i, length, here, found);
                }
            }
        }
    }

    private static char upper(char c) {
        return c >= 'a' && c <= 'z' ? (char) (c - 32) : c < 128 ? c : '~';
    }

    private static boolean endsFree(Tokens tokens, int token) {
        return !tokens.touchesNext(token) || tokens.kind[token + 1] == Tokens.MARK && tokens.first(token + 1) != '_';
    }

    private void propose(Cell cell, int first, int last, int length, List<Scheme> here, Candidates found) {
        var tokens = cell.tokens;
        int from = tokens.start[first];
        int to = tokens.end[last];
        double embedded = embedded(tokens, first, last) + (moment(tokens, first, last) ? MOMENT : 0);
        embedded -= small(tokens, from, to) ? 2 : 0;
        if (!ascii(cell.compact, length)) {
            return;
        }
        for (int i = 0; i < here.size(); i++) {
            judge(here.get(i), cell, from, to, length, embedded, found);
        }
    }

    private static void judge(
            Scheme scheme, Cell cell, int from, int to, int length, double embedded, Candidates found) {
        if (scheme.check().fits(cell.compact, length)) {
            found.propose(scheme.type(), from, to, scheme.shape() + embedded);
        } else if (cell.column.names(scheme.type()) && cell.whole(from, to)) {
            // Named so, and written so, but the check digits do not fit: a typing error, or made up.
            found.propose(scheme.type(), from, to, Math.min(scheme.shape(), 0) - 3);
        }
    }

    /// Identifiers are written in capitals; hexadecimal digits often are not.
    private static boolean small(Tokens tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.text[i] >= 'a') {
                return true;
            }
        }
        return false;
    }

    /// Seconds since 1970, between 2010 and 2035. Milliseconds hardly ever fit the date, the place and the check digit
    /// of those identifiers that have thirteen digits.
    private static boolean moment(Tokens tokens, int first, int last) {
        if (first != last || tokens.size(first) != SECONDS) {
            return false;
        }
        return tokens.kind[first] == Tokens.NUMBER && moment(tokens.text, tokens.start[first]);
    }

    private static boolean moment(char[] text, int from) {
        long seconds = CheckDigits.number(text, from, 10);
        return seconds > 1_262_000_000L && seconds < 2_060_000_000L;
    }

    private static boolean ascii(char[] compact, int length) {
        for (int i = 0; i < length; i++) {
            if (compact[i] == '~') {
                return false;
            }
        }
        return true;
    }

    /// A part of something longer is rarely a number of its own: `2024-123456789`, `12.5`, `/files/123456789`.
    private static double embedded(Tokens tokens, int first, int last) {
        double penalty = 0;
        int from = tokens.start[first];
        int to = tokens.end[last];
        if (joins(tokens.at(from - 1)) && tokens.alphanumeric(from - 2)
                || tokens.at(from - 1) == ',' && digit(tokens.at(from - 2)) && tokens.size(first) <= 3) {
            penalty -= 4;
        }
        if (joins(tokens.at(to)) && tokens.alphanumeric(to + 1) || tokens.at(to) == ',' && cents(tokens, to + 1)) {
            penalty -= 4;
        }
        return penalty;
    }

    /// One or two digits and no more: the comma before them is a decimal one, and ends no field.
    private static boolean cents(Tokens tokens, int at) {
        return digit(tokens.at(at)) && (!tokens.alphanumeric(at + 1) || !tokens.alphanumeric(at + 2));
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean joins(char c) {
        return c == '-' || c == '.' || c == '/' || c == '+' || c == '#' || c == '~';
    }
}
