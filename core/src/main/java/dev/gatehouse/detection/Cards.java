package dev.gatehouse.detection;

import java.util.List;
import java.util.stream.Stream;

/// Payment cards: as long as their issuer makes them, and with Luhn's check digit (ISO/IEC 7812).
final class Cards {
    private Cards() {}

    static List<Scheme> all() {
        return List.of(
                card(-1.5, "0000000000000"),
                card(
                        2.2,
                        "00000000000000",
                        "000000000000000",
                        "0000000000000000",
                        "00000000000000000",
                        "000000000000000000",
                        "0000000000000000000"),
                card(6.5, grouped()));
    }

    /// As cards show them: fours, or four, six and the rest.
    private static String[] grouped() {
        return Stream.of(
                        "0000 0000 0000 0000",
                        "0000 000000 00000",
                        "0000 000000 0000",
                        "0000 0000 0000 0",
                        "0000 0000 0000 00",
                        "0000 0000 0000 000",
                        "0000 0000 0000 0000 0",
                        "0000 0000 0000 0000 00",
                        "0000 0000 0000 0000 000",
                        "000000 0000000000000")
                .flatMap(layout ->
                        Stream.of(layout, layout.replace(' ', '-'), layout.replace(' ', '.'), layout.replace(' ', '_')))
                .toArray(String[]::new);
    }

    private static Scheme card(double shape, String... layouts) {
        return new Scheme("card", FindingType.CREDIT_CARD, List.of(layouts), Cards::fits, shape);
    }

    static boolean fits(char[] text, int length) {
        return issued(text, length) && CheckDigits.luhn(text, 0, length);
    }

    /// Whether an issuer with these first digits makes cards of this length.
    private static boolean issued(char[] text, int length) {
        int six = (int) CheckDigits.number(text, 0, 6);
        int four = six / 100;
        int two = six / 10_000;
        return switch (text[0]) {
            // Visa
            case '4' -> length == 13 || length == 16 || length == 19;
            // Mastercard's second range, Mir
            case '2' -> length == 16 && (four >= 2221 && four <= 2720 || four >= 2200 && four <= 2204);
            // American Express, Diners Club, JCB
            case '3' ->
                length == 15 && (two == 34 || two == 37)
                        || length == 14
                                && (two == 36
                                        || two == 38
                                        || two == 39
                                        || (four >= 3000 && four <= 3059 || four == 3095))
                        || length >= 16 && four >= 3528 && four <= 3589;
            case '5' -> length == 16 && two >= 51 && two <= 55 || maestro(four, length);
            // Discover, UnionPay, Maestro
            case '6' ->
                length == 16 && (four == 6011 || two == 65 || four >= 6440 && four <= 6499)
                        || length >= 16 && two == 62
                        || maestro(four, length);
            default -> false;
        };
    }

    private static boolean maestro(int four, int length) {
        return length >= 13
                && (four == 5018
                        || four == 5020
                        || four == 5038
                        || four == 5893
                        || four == 6304
                        || four == 6759
                        || four >= 6761 && four <= 6763);
    }
}
