package dev.gatehouse.server.settings.keys;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Guesses which known word somebody meant.
public final class Nearest {
    private Nearest() {}

    /// The known word closest to `written`, unless none is close: at most a third of its letters may differ.
    public static Optional<String> to(String written, Collection<String> known) {
        int tolerance = Math.max(1, Math.min(3, (written.length() + 2) / 3));
        var lower = written.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(word -> !word.equals(written))
                .filter(word -> distance(lower, word.toLowerCase(Locale.ROOT)) <= tolerance)
                .min(Comparator.comparingInt(word -> distance(lower, word.toLowerCase(Locale.ROOT))));
    }

    /// Letters inserted, left out, replaced or swapped with their neighbour (optimal string alignment).
    static int distance(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
