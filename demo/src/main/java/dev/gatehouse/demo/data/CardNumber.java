package dev.gatehouse.demo.data;

import java.util.List;
import java.util.random.RandomGenerator;

/// Card numbers that pass the Luhn test and lie in ranges that payment providers keep for testing.
final class CardNumber {

    private static final List<String> TEST_RANGES =
            List.of("411111", "424242", "400000", "555555", "510510", "222300", "520082");

    private CardNumber() {}

    /// Sixteen digits, no spaces.
    static String make(RandomGenerator random) {
        String range = TEST_RANGES.get(random.nextInt(TEST_RANGES.size()));
        String digits = range + Digits.random(9, random);
        return digits + Digits.luhn(digits);
    }

    /// The number in groups of four, as people write it.
    static String grouped(String digits) {
        return digits.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
