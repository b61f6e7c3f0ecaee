package dev.gatehouse.detection;

import java.util.Arrays;

/// Endings of words, folded, found by their last letter first.
final class Endings {
    private static final String[] NONE = {};
    private static final int LETTERS = 0x500;

    private final String[][] byLast = new String[LETTERS][];

    Endings(String... endings) {
        Arrays.fill(byLast, NONE);
        for (String ending : endings) {
            String folded = Fold.of(ending);
            char last = folded.charAt(folded.length() - 1);
            String[] known = Arrays.copyOf(byLast[last], byLast[last].length + 1);
            known[known.length - 1] = folded;
            byLast[last] = known;
        }
    }

    /// The longest ending's length that the word up to `end` has and that leaves a beginning, or 0.
    int of(Tokens tokens, int start, int end) {
        char last = Fold.of(tokens.text[end - 1]);
        int longest = 0;
        for (String ending : last < LETTERS ? byLast[last] : NONE) {
            if (ending.length() > longest && end - start >= ending.length() && ends(tokens, end, ending)) {
                longest = ending.length();
            }
        }
        return longest;
    }

    private static boolean ends(Tokens tokens, int end, String ending) {
        for (int i = 2; i <= ending.length(); i++) {
            if (Fold.of(tokens.text[end - i]) != ending.charAt(ending.length() - i)) {
                return false;
            }
        }
        return true;
    }
}
