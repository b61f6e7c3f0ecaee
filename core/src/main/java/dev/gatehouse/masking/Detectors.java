package dev.gatehouse.masking;

import java.math.BigInteger;

/// Looks for personal data inside text: e-mail addresses, payment cards, IBANs and phone numbers with a country code.
///
/// This says only whether a text is clean. It errs towards not clean, because what it cannot clear is masked. Linear in
/// the text; no state.
public final class Detectors {
    private static final int SHORTEST_CARD = 13;
    private static final int LONGEST_CARD = 19;
    private static final int SHORTEST_PHONE = 7;
    private static final int SHORTEST_IBAN = 15;
    private static final int LONGEST_IBAN = 34;
    private static final BigInteger IBAN_MODULUS = BigInteger.valueOf(97);

    /// Whether none of the known kinds occurs.
    public boolean clean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@' && email(text, i)
                    || c == '+' && phone(text, i + 1)
                    || digit(c) && startsWord(text, i) && card(text, i)
                    || letter(c) && startsWord(text, i) && iban(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean email(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && !Character.isWhitespace(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean letter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static boolean separates(char c) {
        return Character.isSpaceChar(c) || c == '\t' || ".-/()\u2010\u2011\u2012\u2013".indexOf(c) >= 0;
    }

    /// ITU-T E.164: a plus and a country code, which never begins with 0 (an offset from UTC often does).
    private static boolean phone(String text, int start) {
        int digits = 0;
        for (int i = start; i < text.length() && digits < SHORTEST_PHONE; i++) {
            char c = text.charAt(i);
            if (digit(c) && (digits > 0 || c != '0')) {
                digits++;
            } else if (!separates(c)) {
                return false;
            }
        }
        return digits == SHORTEST_PHONE;
    }

    /// Whether the groups of digits from `start` on, up to the end of some group, are a card number: as long as one,
    /// beginning as one (ISO/IEC 7812: a bank's or a travel company's first digits) and passing Luhn's check.
    private static boolean card(String text, int start) {
        if (!issued(text, start)) {
            return false;
        }
        var digits = new StringBuilder();
        for (int i = start; i < text.length() && digits.length() <= LONGEST_CARD; i++) {
            char c = text.charAt(i);
            if (digit(c)) {
                digits.append(c);
                boolean groupEnds = i + 1 == text.length() || !digit(text.charAt(i + 1));
                if (groupEnds && digits.length() >= SHORTEST_CARD && luhn(digits)) {
                    return true;
                }
            } else if (!separates(c)) {
                return false;
            }
        }
        return false;
    }

    private static boolean issued(String text, int start) {
        char first = text.charAt(start);
        char second = start + 1 < text.length() ? text.charAt(start + 1) : ' ';
        return first >= '3' && first <= '6' || first == '2' && second >= '2' && second <= '7';
    }

    private static boolean luhn(CharSequence digits) {
        int length = digits.length();
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int digit = digits.charAt(length - 1 - i) - '0';
            int weighted = i % 2 == 1 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return length <= LONGEST_CARD && sum % 10 == 0;
    }

    private static boolean iban(String text, int start) {
        var compact = new StringBuilder();
        for (int i = start; i < text.length() && compact.length() < LONGEST_IBAN; i++) {
            char c = text.charAt(i);
            if (digit(c) || letter(c)) {
                compact.append(c);
                boolean groupEnds = i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1));
                if (groupEnds && compact.length() >= SHORTEST_IBAN && mod97(compact)) {
                    return true;
                }
            } else if (!Character.isSpaceChar(c)) {
                return false;
            }
        }
        return false;
    }

    /// ISO 13616: the first four characters moved to the end, letters as two digits, leave 1 when divided by 97.
    private static boolean mod97(CharSequence iban) {
        if (!letter(iban.charAt(1)) || !digit(iban.charAt(2)) || !digit(iban.charAt(3))) {
            return false;
        }
        var digits = new StringBuilder();
        for (int i = 0; i < iban.length(); i++) {
            digits.append(Character.digit(iban.charAt((i + 4) % iban.length()), 36));
        }
        return new BigInteger(digits.toString()).mod(IBAN_MODULUS).intValue() == 1;
    }
}
