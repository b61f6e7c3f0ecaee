package dev.gatehouse.detection;

import java.text.Normalizer;
import java.util.Locale;

/// Letters without case and accents, one for one, so that offsets stay: `É` and `e` are the same, so are `Ł` and `l`.
final class Fold {
    private static final int TABLE = 0x2000;
    private static final String PAIRS = "ßsæaøoåałlđdðdþtıiœoħhŋnſsёеѐеѝиійїиґгєеўу";
    private static final char[] FOLDED = table();

    /// Of no letter or digit.
    static final byte OTHER = 0;

    static final byte LETTER = 1;
    static final byte DIGIT = 2;
    static final byte SPACE = 3;
    private static final byte[] CLASSES = classes();
    private static final char[] LETTERS = letters();

    private Fold() {}

    static char of(char c) {
        return c < TABLE ? FOLDED[c] : Character.toLowerCase(c);
    }

    /// The folded letter, or 0 of what is no letter.
    static char letter(char c) {
        return c < TABLE ? LETTERS[c] : classify(c) == LETTER ? Character.toLowerCase(c) : 0;
    }

    static String of(String text) {
        var folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            folded.append(of(text.charAt(i)));
        }
        return folded.toString();
    }

    /// One of [#OTHER], [#LETTER], [#DIGIT] (0 to 9 only) and [#SPACE].
    static byte kind(char c) {
        return c < TABLE ? CLASSES[c] : classify(c);
    }

    private static byte[] classes() {
        byte[] classes = new byte[TABLE];
        for (char c = 0; c < TABLE; c++) {
            classes[c] = classify(c);
        }
        return classes;
    }

    private static char[] letters() {
        char[] letters = new char[TABLE];
        for (char c = 0; c < TABLE; c++) {
            letters[c] = CLASSES[c] == LETTER ? FOLDED[c] : 0;
        }
        return letters;
    }

    private static byte classify(char c) {
        if (c >= '0' && c <= '9') {
            return DIGIT;
        }
        if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
            return LETTER;
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) ? SPACE : OTHER;
    }

    private static char[] table() {
        char[] table = new char[TABLE];
        for (char c = 0; c < TABLE; c++) {
            String bare = Normalizer.normalize(String.valueOf(c).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
            table[c] = bare.isEmpty() ? c : bare.charAt(0);
        }
        for (int i = 0; i < PAIRS.length(); i += 2) {
            table[PAIRS.charAt(i)] = PAIRS.charAt(i + 1);
            table[Character.toUpperCase(PAIRS.charAt(i))] = PAIRS.charAt(i + 1);
        }
        table['ς'] = 'σ';
        // Their upper cases are shared with, or are, plain letters.
        table['I'] = 'i';
        table['S'] = 's';
        return table;
    }
}
