package dev.gatehouse.detection;

import java.util.Arrays;

/// A text read once: words, numbers and single other characters, in order; white space is what lies between.
///
/// Reused from text to text by one thread, so that reading a short cell allocates nothing.
final class Tokens {
    static final byte WORD = 0;
    static final byte NUMBER = 1;
    static final byte MARK = 2;

    /// What a text has at all, so that who needs it does not look in vain.
    static final int HAS_WORD = 1;

    static final int HAS_NUMBER = 2;
    static final int HAS_AT = 4;
    static final int HAS_COLON = 8;
    static final int HAS_LONG_RUN = 16;

    /// A run of letters, digits and `+/_-=.` of this length may be a secret.
    private static final int LONG_RUN = 8;

    char[] text = new char[256];
    int length;
    int count;
    int has;
    int[] start = new int[64];
    int[] end = new int[64];
    byte[] kind = new byte[64];
    /// Of a word: over its folded letters, see [Words#hash].
    long[] hash = new long[64];

    void read(String from, int begin, int stop) {
        length = stop - begin;
        if (text.length < length) {
            text = new char[Math.max(length, 2 * text.length)];
        }
        from.getChars(begin, stop, text, 0);
        count = 0;
        has = 0;
        int runStart = 0;
        int i = 0;
        while (i < length) {
            char c = text[i];
            byte kindOf = Fold.kind(c);
            if (kindOf == Fold.SPACE) {
                longRun(runStart, i);
                i++;
                runStart = i;
            } else if (kindOf == Fold.LETTER) {
                i = word(i);
            } else if (kindOf == Fold.DIGIT) {
                i = number(i);
            } else {
                has |= c == '@' ? HAS_AT : c == ':' ? HAS_COLON : 0;
                add(i, i + 1, MARK, c);
                i++;
            }
        }
        longRun(runStart, length);
    }

    private void longRun(int from, int to) {
        if (to - from >= LONG_RUN) {
            has |= HAS_LONG_RUN;
        }
    }

    private int word(int from) {
        long sum = Words.SEED;
        int i = from;
        while (i < length && Fold.kind(text[i]) == Fold.LETTER) {
            sum = Words.step(sum, Fold.of(text[i]));
            i++;
        }
        has |= HAS_WORD;
        add(from, i, WORD, sum);
        return i;
    }

    private int number(int from) {
        int i = from + 1;
        while (i < length && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        has |= HAS_NUMBER;
        add(from, i, NUMBER, i - from);
        return i;
    }

    private void add(int from, int to, byte kindOf, long value) {
        if (count == start.length) {
            int more = 2 * count;
            start = Arrays.copyOf(start, more);
            end = Arrays.copyOf(end, more);
            kind = Arrays.copyOf(kind, more);
            hash = Arrays.copyOf(hash, more);
        }
        start[count] = from;
        end[count] = to;
        kind[count] = kindOf;
        hash[count] = value;
        count++;
    }

    boolean has(int what) {
        return (has & what) != 0;
    }

    boolean word(int from, int to, String expected) {
        return to - from == expected.length() && startsWith(from, expected);
    }

    boolean startsWith(int at, String expected) {
        if (at < 0 || at + expected.length() > length) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (text[at + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The character at `index`, or a blank outside.
    char at(int index) {
        return index >= 0 && index < length ? text[index] : ' ';
    }

    char first(int token) {
        return text[start[token]];
    }

    boolean is(int token, byte kindOf) {
        return token >= 0 && token < count && kind[token] == kindOf;
    }

    boolean mark(int token, char c) {
        return token >= 0 && token < count && kind[token] == MARK && text[start[token]] == c;
    }

    int size(int token) {
        return end[token] - start[token];
    }

    /// Whether nothing lies between this token and the one before it.
    boolean touchesPrevious(int token) {
        return token > 0 && end[token - 1] == start[token];
    }

    boolean touchesNext(int token) {
        return token + 1 < count && end[token] == start[token + 1];
    }

    boolean alphanumeric(int index) {
        return index >= 0 && index < length && (Fold.kind(text[index]) & 3) % 3 != 0;
    }

    String string(int from, int to) {
        return new String(text, from, to - from);
    }
}
