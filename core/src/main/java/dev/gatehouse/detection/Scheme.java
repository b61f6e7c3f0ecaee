package dev.gatehouse.detection;

import java.util.List;

/// A kind of number with a fixed layout: a national identifier, a card, a document.
///
/// @param layouts how it is written: `0` a digit, `A` a letter, all else itself; one blank at a time
/// @param check whether the characters without separators, letters in upper case, can be one
/// @param shape what a fit says in a column of which nothing is known, as log-odds: how rare it is that other numbers
///     fit
record Scheme(String name, FindingType type, List<String> layouts, Check check, double shape) {
    Scheme {
        layouts = List.copyOf(layouts);
    }

    static Scheme id(String name, double shape, Check check, String... layouts) {
        return new Scheme(name, FindingType.NATIONAL_ID, List.of(layouts), check, shape);
    }

    static Scheme health(String name, double shape, Check check, String... layouts) {
        return new Scheme(name, FindingType.HEALTH_ID, List.of(layouts), check, shape);
    }

    /// Looks at `length` characters of `text`.
    @FunctionalInterface
    interface Check {
        boolean fits(char[] text, int length);
    }
}
