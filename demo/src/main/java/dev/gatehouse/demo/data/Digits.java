package dev.gatehouse.demo.data;

import java.util.random.RandomGenerator;

/// Digit strings and the two check sums that several numbers share.
final class Digits {

    private Digits() {}

    /// Exactly `count` decimal digits.
    static String random(int count, RandomGenerator random) {
        StringBuilder digits = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    /// The pattern with each `#` replaced by a digit.
    static String fill(String pattern, RandomGenerator random) {
        StringBuilder filled = new StringBuilder(pattern.length());
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            filled.append(c == '#' ? (char) ('0' + random.nextInt(10)) : c);
        }
        return filled.toString();
    }

    /// The digit that makes `digits` followed by it pass the Luhn test (ISO/IEC 7812-1).
    static char luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /// The sum of each digit times the weight at its place.
    static int weighted(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (digits.charAt(i) - '0') * weights[i];
        }
        return sum;
    }
}
