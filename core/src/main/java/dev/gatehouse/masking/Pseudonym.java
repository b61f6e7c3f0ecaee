package dev.gatehouse.masking;

import java.util.regex.Pattern;

/// How a pseudonym is written: the last word of its category and 60 bits of a keyed digest in base 32, as in
/// `name~7f3k9q2mwx4t`. The shape is what [MaskTraces] recognises.
final class Pseudonym {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int CHARACTERS = 12;

    static final Pattern SHAPE =
            Pattern.compile("(?<!\\w)[a-z]{2,16}~[0-9a-hjkmnp-tv-z]{12}([0-9a-hjkmnp-tv-z]{13})?(?!\\w)");

    private Pseudonym() {}

    static String of(String category, byte[] tag) {
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = (bits << 8) | (tag[i] & 0xff);
        }
        var text = new StringBuilder(word(category)).append('~');
        for (int i = 0; i < CHARACTERS; i++) {
            text.append(ALPHABET.charAt((int) (bits >>> (59 - 5 * i)) & 31));
        }
        return text.toString();
    }

    /// A keyed digest of 125 bits: `hash~` and 25 characters.
    static String hash(byte[] tag) {
        var text = new StringBuilder("hash~");
        int bits = 0;
        int held = 0;
        for (int i = 0; text.length() < 30; i++) {
            bits = bits << 8 | tag[i] & 0xff;
            held += 8;
            while (held >= 5 && text.length() < 30) {
                held -= 5;
                text.append(ALPHABET.charAt(bits >>> held & 31));
            }
        }
        return text.toString();
    }

    private static String word(String category) {
        String last = category.substring(category.lastIndexOf('.') + 1);
        String word = last.substring(last.lastIndexOf('-') + 1).replaceAll("[^a-z]", "");
        return word.length() < 2 ? "value" : word.substring(0, Math.min(16, word.length()));
    }
}
