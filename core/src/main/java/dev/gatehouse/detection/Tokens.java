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
    static final int HAS_EQUALS = 8;
    static final int HAS_SEMICOLON = 16;

    char[] text = new char[256];
    int length;
    /// How many characters stand together without a blank at most.
    int longest;

    int count;
    int has;
    int[] start = new int[64];
    int[] end = new int[64];
    byte[] kind = new byte[64];
    /// Of a word: over its folded letters, see [Words#hash].
    long[] hash = new long[64];

    /// Where the letters and digits that begin with a token, nothing between them, end.
    int[] run = new int[64];

    /// Where whatever begins with a token and has no blank in it ends.
    int[] stretch = new int[64];

    /// The characters, and no tokens.
    void copy(String from) {
        copy(from, 0, from.length());
    }

    private void copy(String from, int begin, int stop) {
        length = stop - begin;
        if (text.length < length) {
            text = new char[Math.max(length, 2 * text.length)];
        }
        from.getChars(begin, stop, text, 0);
        count = 0;
        has = 0;
    }

    void read(String from, int begin, int stop) {
        copy(from, begin, stop);
        int i = 0;
        int begun = 0;
        longest = 0;
        while (i < length) {
            char c = text[i];
            if (c == ' ') {
                longest = Math.max(longest, i - begun);
                i++;
                begun = i;
                continue;
            }
            if (count == start.length) {
                grow();
            }
            char letter = Fold.letter(c);
            if (letter != 0) {
                i = word(i, letter);
            } else if (c >= '0' && c <= '9') {
                i = number(i);
            } else {
                i = other(i, c);
            }
        }
        longest = Math.max(longest, length - begun);
    }

    private int word(int from, char first) {
        long sum = Words.step(Words.SEED, first);
        int i = from + 1;
        while (i < length) {
            char letter = Fold.letter(text[i]);
            if (letter == 0) {
                break;
            }
            sum = Words.step(sum, letter);
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

    private int other(int from, char c) {
        if (Fold.kind(c) != Fold.SPACE) {
            has |= c == '@' ? HAS_AT : c == '=' ? HAS_EQUALS : c == ';' ? HAS_SEMICOLON : 0;
            add(from, from + 1, MARK, c);
        }
        return from + 1;
    }

    private void add(int from, int to, byte kindOf, long value) {
        start[count] = from;
        end[count] = to;
        kind[count] = kindOf;
        hash[count] = value;
        count++;
    }

    private void grow() {
        int more = 2 * count;
        start = Arrays.copyOf(start, more);
        end = Arrays.copyOf(end, more);
        kind = Arrays.copyOf(kind, more);
        hash = Arrays.copyOf(hash, more);
        run = Arrays.copyOf(run, more);
        stretch = Arrays.copyOf(stretch, more);
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
        if (index < 0 || index >= length) {
            return false;
        }
        char c = text[index];
        return c >= '0' && c <= '9' || Fold.letter(c) != 0;
    }

    /// Whether letters or digits stand right before a token.
    boolean joined(int token) {
        return token > 0 && end[token - 1] == start[token] && kind[token - 1] != MARK;
    }

    String string(int from, int to) {
        return new String(text, from, to - from);
    }
}
