package dev.gatehouse.masking;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// How a pseudonym is written: the last word of its category and 60 bits of a keyed digest in base 32, as in
/// `name~7f3k9q2mwx4t`. The shape is what [MaskTraces] recognises.
final class Pseudonym {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int CHARACTERS = 12;
    private static final int LONGEST_WORD = 16;

    static final Pattern SHAPE =
            Pattern.compile("(?<!\\w)[a-z]{2,16}~[0-9a-hjkmnp-tv-z]{12}([0-9a-hjkmnp-tv-z]{13})?(?!\\w)");

    private Pseudonym() {}

    static String of(String category, byte[] tag) {
        byte[] text = new byte[LONGEST_WORD + 1 + CHARACTERS];
        int size = write(word(category).getBytes(StandardCharsets.US_ASCII), tag, text);
        return new String(text, 0, size, StandardCharsets.US_ASCII);
    }

    /// Writes a pseudonym that begins with `word` into `into`; gives its length.
    static int write(byte[] word, byte[] tag, byte[] into) {
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = (bits << 8) | (tag[i] & 0xff);
        }
        System.arraycopy(word, 0, into, 0, word.length);
        int size = word.length;
        into[size++] = '~';
        for (int i = 0; i < CHARACTERS; i++) {
            into[size++] = (byte) ALPHABET.charAt((int) (bits >>> (59 - 5 * i)) & 31);
        }
        return size;
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

    /// The word that pseudonyms of a category begin with.
    static String word(String category) {
        String last = category.substring(category.lastIndexOf('.') + 1);
        String word = last.substring(last.lastIndexOf('-') + 1).replaceAll("[^a-z]", "");
        return word.length() < 2 ? "value" : word.substring(0, Math.min(LONGEST_WORD, word.length()));
    }
}
