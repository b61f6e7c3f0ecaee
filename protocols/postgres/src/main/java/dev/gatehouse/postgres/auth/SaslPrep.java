package dev.gatehouse.postgres.auth;

import java.nio.CharBuffer;
import java.text.Normalizer;
import java.util.Arrays;

/// Prepares passwords (RFC 4013), as far as PostgreSQL does.
///
/// ASCII stays as it is. Else non-ASCII spaces become spaces, invisible characters go, the rest is normalised (NFKC);
/// if that leaves nothing, or anything prohibited or against the rules for right-to-left text, the password is used as
/// it was, which is PostgreSQL's rule too. Characters newer than Unicode 3.2, which PostgreSQL uses raw, are normalised
/// here: that differs only for new characters that have a compatibility form.
final class SaslPrep {
    private SaslPrep() {}

    /// A new array; the caller wipes both.
    static char[] prepare(char[] password) {
        if (ascii(password)) {
            return password.clone();
        }
        // From here on copies are unavoidable: the JDK's normaliser makes a String.
        char[] mapped = map(password);
        String normal = Normalizer.normalize(CharBuffer.wrap(mapped), Normalizer.Form.NFKC);
        Arrays.fill(mapped, '\0');
        boolean usable = !normal.isEmpty() && normal.codePoints().noneMatch(SaslPrep::prohibited) && directed(normal);
        return usable ? normal.toCharArray() : password.clone();
    }

    private static boolean ascii(char[] text) {
        for (char c : text) {
            if (c > 0x7e || c < 0x20) {
                return false;
            }
        }
        return true;
    }

    private static char[] map(char[] text) {
        char[] mapped = new char[text.length];
        int length = 0;
        for (char c : text) {
            if (space(c)) {
                mapped[length++] = ' ';
            } else if (!nothing(c)) {
                mapped[length++] = c;
            }
        }
        char[] result = Arrays.copyOf(mapped, length);
        Arrays.fill(mapped, '\0');
        return result;
    }

    /// RFC 3454, table C.1.2.
    private static boolean space(int c) {
        return c == 0xa0 || c == 0x1680 || c >= 0x2000 && c <= 0x200b || c == 0x202f || c == 0x205f || c == 0x3000;
    }

    /// RFC 3454, table B.1.
    private static boolean nothing(int c) {
        return c == 0xad
                || c == 0x34f
                || c == 0x1806
                || c >= 0x180b && c <= 0x180d
                || c == 0x200c
                || c == 0x200d
                || c == 0x2060
                || c >= 0xfe00 && c <= 0xfe0f
                || c == 0xfeff;
    }

    /// RFC 3454, tables C.1.2 and C.2.1 to C.9.
    private static boolean prohibited(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.PRIVATE_USE, Character.SURROGATE -> true;
            case Character.UNASSIGNED -> true;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default ->
                space(c)
                        || c == 0x6dd
                        || c == 0x70f
                        || c == 0x180e
                        || c >= 0x2060 && c <= 0x206f
                        || c >= 0xfff9 && c <= 0xfffd
                        || c >= 0x1d173 && c <= 0x1d17a
                        || c >= 0x2ff0 && c <= 0x2ffb
                        || c == 0x340
                        || c == 0x341
                        || c == 0x200e
                        || c == 0x200f
                        || c >= 0x202a && c <= 0x202e
                        || c >= 0xe0001 && c <= 0xe007f;
        };
    }

    /// RFC 3454, section 6: right-to-left text begins and ends so and has no left-to-right character.
    private static boolean directed(String text) {
        if (text.codePoints().noneMatch(SaslPrep::rightToLeft)) {
            return true;
        }
        return text.codePoints()
                        .noneMatch(c -> Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                && rightToLeft(text.codePointAt(0))
                && rightToLeft(text.codePointBefore(text.length()));
    }

    private static boolean rightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }
}
