package dev.gatehouse.demo.data;

import java.util.random.RandomGenerator;

/// International bank account numbers with the length of their country and valid check digits (ISO 13616).
///
/// The bank codes are of the invented sort (`DEMO`, runs of nines), so that no number is anybody's account.
final class Iban {

    private Iban() {}

    /// An account in the country, without spaces.
    static String make(Country country, RandomGenerator random) {
        String account = Digits.fill(accountPattern(country), random);
        int check = 98 - remainder(account + country + "00");
        return country + (check < 10 ? "0" : "") + check + account;
    }

    private static String accountPattern(Country country) {
        return switch (country) {
            case AT -> "99999" + "###########";
            case CZ -> "9999" + "################";
            case DE -> "99999999" + "##########";
            case ES -> "9999" + "################";
            case FI -> "999999" + "########";
            case FR -> "99999" + "99999" + "###########" + "##";
            case GR -> "999" + "9999" + "################";
            case IT -> "X" + "99999" + "99999" + "############";
            case NL -> "DEMO" + "##########";
            case PL -> "99999999" + "################";
            case PT -> "9999" + "9999" + "###########" + "##";
            case SE -> "999" + "#################";
        };
    }

    /// The number modulo 97, letters counted as 10 to 35.
    private static int remainder(String characters) {
        int remainder = 0;
        for (int i = 0; i < characters.length(); i++) {
            int value = Character.digit(characters.charAt(i), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder;
    }
}
