package dev.gatehouse.masking;

import dev.gatehouse.model.Category;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Encrypts a text into one that looks like it: digits stay digits, and where there are letters, letters and digits
/// change together; blanks, hyphens and the like stay where they are. A card number keeps passing Luhn's check.
///
/// Nothing tells the result from data, so a mask like this that comes back is not recognised.
final class FormatPreserving {
    private static final int LONGEST = 64;

    private final Ff1 cipher;

    FormatPreserving(byte[] key) {
        cipher = new Ff1(key);
    }

    /// Empty where there is too little, or too much, or anything but ASCII to encrypt: something stricter must do.
    Optional<String> of(Set<Category> categories, String value) {
        boolean card = categories.contains(Category.CARD);
        boolean letters = false;
        int numerals = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= 128) {
                return Optional.empty();
            }
            letters |= letter(c);
            numerals += numeral(c) ? 1 : 0;
        }
        int radix = letters ? 36 : 10;
        int encrypted = card && !letters ? numerals - 1 : numerals;
        if (encrypted > LONGEST || !Ff1.largeEnough(radix, encrypted)) {
            return Optional.empty();
        }
        int[] plain = new int[numerals];
        int at = 0;
        for (int i = 0; i < value.length(); i++) {
            if (numeral(value.charAt(i))) {
                plain[at++] = Character.digit(value.charAt(i), 36);
            }
        }
        int[] shown = cipher.encrypt(radix, tweak(categories), Arrays.copyOf(plain, encrypted));
        if (encrypted < numerals) {
            shown = withCheckDigit(shown);
        }
        return Optional.of(written(value, shown));
    }

    /// A number of as many digits, neither longer than `largest` nor with a zero in front; empty for small ones.
    Optional<Long> of(Set<Category> categories, long value, long largest) {
        String digits = Long.toString(Math.abs(value));
        if (value == Long.MIN_VALUE || !Ff1.largeEnough(10, digits.length())) {
            return Optional.empty();
        }
        int[] numerals = digits.chars().map(c -> c - '0').toArray();
        long shown;
        do {
            // Encrypting again until the result is in the domain keeps it one to one.
            numerals = cipher.encrypt(10, tweak(categories), numerals);
            shown = 0;
            for (int numeral : numerals) {
                shown = shown > (Long.MAX_VALUE - numeral) / 10 ? Long.MAX_VALUE : 10 * shown + numeral;
            }
        } while (numerals[0] == 0 || shown > largest || shown == Long.MAX_VALUE);
        return Optional.of(value < 0 ? -shown : shown);
    }

    private static byte[] tweak(Set<Category> categories) {
        String names = String.join(
                ",", categories.stream().map(Category::name).sorted().toList());
        return names.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean numeral(char c) {
        return letter(c) || c >= '0' && c <= '9';
    }

    private static int[] withCheckDigit(int[] digits) {
        int sum = 0;
        for (int i = 0; i < digits.length; i++) {
            int digit = digits[digits.length - 1 - i];
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        int[] complete = Arrays.copyOf(digits, digits.length + 1);
        complete[digits.length] = (10 - sum % 10) % 10;
        return complete;
    }

    private static String written(String like, int[] numerals) {
        var text = new StringBuilder(like.length());
        int at = 0;
        for (int i = 0; i < like.length(); i++) {
            char c = like.charAt(i);
            if (numeral(c)) {
                String numeral = Integer.toString(numerals[at++], 36);
                text.append(c >= 'A' && c <= 'Z' ? numeral.toUpperCase(Locale.ROOT) : numeral);
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
