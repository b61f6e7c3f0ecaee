package dev.gatehouse.detection;

/// The arithmetic of check digits. All work on characters from `from` on that were seen to be digits or letters.
final class CheckDigits {
    private static final int[][] VERHOEFF_PRODUCT = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 3, 4, 0, 6, 7, 8, 9, 5}, {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
        {3, 4, 0, 1, 2, 8, 9, 5, 6, 7}, {4, 0, 1, 2, 3, 9, 5, 6, 7, 8}, {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
        {6, 5, 9, 8, 7, 1, 0, 4, 3, 2}, {7, 6, 5, 9, 8, 2, 1, 0, 4, 3}, {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
        {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
    };
    private static final int[] VERHOEFF_STEP = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

    private CheckDigits() {}

    static int digit(char[] text, int at) {
        return text[at] - '0';
    }

    /// ISO/IEC 7812: every second digit from the right doubled, the sum a multiple of ten.
    static boolean luhn(char[] text, int from, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int value = text[from + length - 1 - i] - '0';
            int weighted = (i & 1) == 1 ? 2 * value : value;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    /// The sum of digits times weights.
    static int weighted(char[] text, int from, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (text[from + i] - '0');
        }
        return sum;
    }

    static long number(char[] text, int from, int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = 10 * number + text[from + i] - '0';
        }
        return number;
    }

    /// ISO 7064 MOD 11,10, the last digit being the check.
    static boolean mod1110(char[] text, int from, int length) {
        int product = 10;
        for (int i = 0; i < length - 1; i++) {
            int sum = (text[from + i] - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == text[from + length - 1] - '0';
    }

    /// ISO 7064 MOD 97-10 over digits and letters (A is 10), as IBANs use it, beginning at `first` and going around.
    static int mod97(char[] text, int from, int length, int first) {
        int rest = 0;
        for (int i = 0; i < length; i++) {
            char c = text[from + (first + i) % length];
            int value = c <= '9' ? c - '0' : (c & ~0x20) - 'A' + 10;
            rest = (value > 9 ? 100 * rest + value : 10 * rest + value) % 97;
        }
        return rest;
    }

    static boolean verhoeff(char[] text, int from, int length) {
        int check = 0;
        for (int i = 0; i < length; i++) {
            int value = text[from + length - 1 - i] - '0';
            for (int times = i % 8; times > 0; times--) {
                value = VERHOEFF_STEP[value];
            }
            check = VERHOEFF_PRODUCT[check][value];
        }
        return check == 0;
    }

    /// Whether two digits each at these places are a day of a month; the year is not looked at.
    static boolean dayAndMonth(char[] text, int day, int month) {
        return date((int) number(text, day, 2), (int) number(text, month, 2));
    }

    static boolean date(int day, int month) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= (month == 2 ? 29 : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31);
    }

    static boolean same(char[] text, int from, int length) {
        for (int i = 1; i < length; i++) {
            if (text[from + i] != text[from]) {
                return false;
            }
        }
        return true;
    }
}
