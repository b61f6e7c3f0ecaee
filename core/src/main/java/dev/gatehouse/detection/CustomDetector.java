package dev.gatehouse.detection;

import dev.gatehouse.model.Category;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A detector that a configuration defines: a pattern, words that must stand near, a check over digits and letters.
///
/// @param id what findings of it are called
/// @param context words without which a match counts for nothing, near it or in the column's name; empty: none needed
public record CustomDetector(
        String id, Category category, Pattern pattern, List<String> context, Optional<Checksum> checksum) {
    public CustomDetector {
        context = context.stream().map(Fold::of).toList();
    }

    /// A regular expression. A port: its library is the server's business, and takes time linear in the text.
    @FunctionalInterface
    public interface Pattern {
        void each(String text, Place place);
    }

    /// Gets each match.
    @FunctionalInterface
    public interface Place {
        void at(int start, int end);
    }

    /// Checks by their names in a configuration.
    public enum Checksum {
        /// Digits with Luhn's check digit last.
        LUHN,
        /// Digits and letters whose remainder by 97, the first four put last, is 1, as in an IBAN.
        MOD97,
        /// Digits with ISO 7064's MOD 11,10 last.
        MOD11_10,
        /// Digits with Verhoeff's check digit last.
        VERHOEFF;

        /// Separators are left out before.
        boolean fits(String text) {
            String kept = text.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
            if (kept.length() < 2 || this != MOD97 && !kept.chars().allMatch(c -> c <= '9')) {
                return false;
            }
            char[] compact = kept.toCharArray();
            return switch (this) {
                case LUHN -> CheckDigits.luhn(compact, 0, compact.length);
                case MOD97 -> compact.length > 4 && CheckDigits.mod97(compact, 0, compact.length, 4) == 1;
                case MOD11_10 -> CheckDigits.mod1110(compact, 0, compact.length);
                case VERHOEFF -> CheckDigits.verhoeff(compact, 0, compact.length);
            };
        }
    }
}
