package dev.gatehouse.demo.data;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/// Names reduced to the plain letters that mail addresses are made of.
final class Latin {

    private static final String GREEK = "αβγδεζηθικλμνξοπρσςτυφχψω";
    private static final List<String> GREEK_IN_LATIN = List.of(
            "a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s", "t", "y",
            "f", "ch", "ps", "o");

    private Latin() {}

    /// Lower-case letters a to z only: marks dropped, Greek transliterated, everything else left out.
    static String letters(String name) {
        String bare = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder letters = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            letters.append(letter(bare.charAt(i)));
        }
        return letters.toString();
    }

    private static String letter(char c) {
        int greek = GREEK.indexOf(c);
        if (greek >= 0) {
            return GREEK_IN_LATIN.get(greek);
        }
        return switch (c) {
            case 'ß' -> "ss";
            case 'ł' -> "l";
            case 'ø' -> "o";
            case 'æ' -> "ae";
            default -> c >= 'a' && c <= 'z' ? String.valueOf(c) : "";
        };
    }
}
