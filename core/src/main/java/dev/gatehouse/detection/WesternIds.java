package dev.gatehouse.detection;

import static dev.gatehouse.detection.CheckDigits.dayAndMonth;
import static dev.gatehouse.detection.CheckDigits.digit;
import static dev.gatehouse.detection.CheckDigits.number;
import static dev.gatehouse.detection.CheckDigits.weighted;

import java.util.List;

/// National identifiers of western and southern Europe.
final class WesternIds {
    private static final String SPANISH = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String OMOCODES = "LMNPQRSTUV";
    private static final String MONTHS = "ABCDEHLMPRST";
    private static final int[] ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private WesternIds() {}

    static List<Scheme> all() {
        return List.of(
                Scheme.id("DE Steuer-ID", -0.3, WesternIds::steuerId, "00000000000"),
                Scheme.id("DE Steuer-ID", 3, WesternIds::steuerId, "00 000 000 000"),
                Scheme.id("DE SVNR", 3, WesternIds::svnr, "00000000A000", "00 000000 A 000", "00 000000 A000"),
                Scheme.id("DE Ausweis", 1, WesternIds::ausweis, "A00A00A000", "AA00A00AA0"),
                Scheme.health("DE KVNR", 2, WesternIds::kvnr, "A000000000"),
                Scheme.id("AT SVNR", 3, WesternIds::austrian, "0000 000000", "0000-000000"),
                Scheme.id("AT SVNR", 0, WesternIds::austrian, "0000000000"),
                Scheme.id("CH AHV", 6, WesternIds::ahv, "000.0000.0000.00", "000 0000 0000 00"),
                Scheme.id("CH AHV", 4.9, WesternIds::ahv, "0000000000000"),
                Scheme.id("LI PEID", -9, (_, length) -> length <= 12, "000000000000"),
                Scheme.id(
                        "FR NIR",
                        4,
                        WesternIds::nir,
                        "000000000000000",
                        "0 00 00 00 000 000 00",
                        "0 00 00 00 000 000",
                        "0 00 00 0A 000 000 00",
                        "00000 0A000000 00",
                        "000000A00000000",
                        "0000000000000 00"),
                Scheme.id("FR NIR", -2.5, WesternIds::nir, "0000000000000"),
                Scheme.id("BE NRN", 6, WesternIds::belgian, "00.00.00-000.00", "00.00.00-000-00", "00.00.00 000.00"),
                Scheme.id("BE NRN", 3.5, WesternIds::belgian, "00000000000", "000000-000-00", "000000 000 00"),
                Scheme.id("NL BSN", -2, WesternIds::bsn, "000000000", "0000.00.000"),
                Scheme.id("NL BSN", 1, WesternIds::bsn, "000.000.000", "0000.00.000"),
                Scheme.id("LU", 4, WesternIds::luxembourgish, "0000000000000", "0000 0000 00000", "00000000 00000"),
                Scheme.id(
                        "ES DNI",
                        3,
                        WesternIds::dni,
                        "00000000A",
                        "00000000-A",
                        "00000000 A",
                        "00.000.000-A",
                        "00.000.000A"),
                Scheme.id("ES NIE", 3.5, WesternIds::nie, "A0000000A", "A-0000000-A", "A-0000000A", "A0000000-A"),
                Scheme.id("PT NIF", -2, WesternIds::nif, "000000000"),
                Scheme.id("PT NIF", 0.5, WesternIds::nif, "000 000 000"),
                Scheme.id(
                        "PT CC",
                        3,
                        WesternIds::portugueseCard,
                        "00000000 0 AA0",
                        "000000000AA0",
                        "00000000 0AA0",
                        "00000000 0 A00",
                        "000000000A00"),
                Scheme.id(
                        "IT CF",
                        6,
                        WesternIds::codiceFiscale,
                        "AAAAAA00A00A000A",
                        "AAA AAA 00A00 A000A",
                        "AAAAAA 00A00 A000A",
                        "AAA AAA 00A00 A000 A"),
                Scheme.id(
                        "MT",
                        0.5,
                        (text, length) -> "MGAPLHBZ".indexOf(text[length - 1]) >= 0,
                        "0000000A",
                        "000000A",
                        "00000A"),
                Scheme.id("MT", -3, (text, length) -> "MGAPLHBZ".indexOf(text[length - 1]) >= 0, "0000A", "000A"));
    }

    /// One digit of the first ten occurs twice or three times, the others at most once.
    private static boolean steuerId(char[] text, int length) {
        int[] times = new int[10];
        for (int i = 0; i < 10; i++) {
            times[digit(text, i)]++;
        }
        int repeated = 0;
        for (int count : times) {
            if (count > 3) {
                return false;
            }
            repeated += count > 1 ? 1 : 0;
        }
        return text[0] != '0' && repeated == 1 && CheckDigits.mod1110(text, 0, 11);
    }

    private static boolean svnr(char[] text, int length) {
        int letter = text[8] - 'A' + 1;
        char[] digits = new char[13];
        System.arraycopy(text, 0, digits, 0, 8);
        digits[8] = (char) ('0' + letter / 10);
        digits[9] = (char) ('0' + letter % 10);
        System.arraycopy(text, 9, digits, 10, 3);
        int day = (int) number(text, 2, 2);
        int[] weights = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            int product = weights[i] * digit(digits, i);
            sum += product / 10 + product % 10;
        }
        return CheckDigits.date(day > 50 ? day - 50 : day, (int) number(text, 4, 2)) && sum % 10 == digit(text, 11);
    }

    /// Nine characters and a digit over them, weighted 7, 3, 1 as in machine readable documents (ICAO 9303).
    private static boolean ausweis(char[] text, int length) {
        return icaoCheck(text, 9) == digit(text, 9);
    }

    static int icaoCheck(char[] text, int length) {
        int sum = 0;
        for (int i = 0; i < length; i++) {
            int value = text[i] <= '9' ? text[i] - '0' : text[i] - 'A' + 10;
            sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
        }
        return sum % 10;
    }

    private static boolean kvnr(char[] text, int length) {
        int letter = text[0] - 'A' + 1;
        int sum = crossSum(letter / 10) + crossSum(2 * (letter % 10));
        for (int i = 1; i < 9; i++) {
            sum += crossSum(digit(text, i) * (i % 2 == 1 ? 1 : 2));
        }
        return sum % 10 == digit(text, 9);
    }

    private static int crossSum(int number) {
        return number / 10 + number % 10;
    }

    private static boolean austrian(char[] text, int length) {
        int month = (int) number(text, 6, 2);
        int day = (int) number(text, 4, 2);
        int check = weighted(text, 0, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11;
        return text[0] != '0' && CheckDigits.date(day, Math.min(month, 12)) && month <= 15 && check == digit(text, 3);
    }

    private static boolean ahv(char[] text, int length) {
        return text[0] == '7'
                && text[1] == '5'
                && text[2] == '6'
                && (weighted(text, 0, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3) + digit(text, 12)) % 10 == 0;
    }

    private static boolean nir(char[] text, int length) {
        boolean corsican = text[6] == 'A' || text[6] == 'B';
        if ("123478".indexOf(text[0]) < 0) {
            return false;
        }
        int month = (int) number(text, 3, 2);
        boolean monthFits = month >= 1 && month <= 12 || month >= 20 && month <= 42 || month >= 50;
        if (!monthFits || length < 15) {
            return monthFits && !corsican;
        }
        long number = corsican
                ? number(text, 0, 6) * 10_000_000 + number(text, 7, 6) - (text[6] == 'A' ? 1_000_000 : 2_000_000)
                : number(text, 0, 13);
        return 97 - number % 97 == number(text, 13, 2);
    }

    private static boolean belgian(char[] text, int length) {
        long first = number(text, 0, 9);
        long check = number(text, 9, 2);
        int month = (int) number(text, 2, 2) % 20;
        boolean dated = month <= 12 && number(text, 4, 2) <= 31;
        return dated && (97 - first % 97 == check || 97 - (2_000_000_000L + first) % 97 == check);
    }

    private static boolean bsn(char[] text, int length) {
        return (weighted(text, 0, 9, 8, 7, 6, 5, 4, 3, 2) - digit(text, 8)) % 11 == 0
                && number(text, 0, 9) > 1_000_000
                && !CheckDigits.same(text, 0, 9);
    }

    private static boolean luxembourgish(char[] text, int length) {
        boolean born = text[0] == '1' && text[1] >= '8' || text[0] == '2' && text[1] == '0';
        char[] checked = new char[12];
        System.arraycopy(text, 0, checked, 0, 11);
        checked[11] = text[12];
        return born && dayAndMonth(text, 6, 4) && CheckDigits.luhn(text, 0, 12) && CheckDigits.verhoeff(checked, 0, 12);
    }

    private static boolean dni(char[] text, int length) {
        return SPANISH.charAt((int) (number(text, 0, 8) % 23)) == text[8];
    }

    private static boolean nie(char[] text, int length) {
        int first = "XYZ".indexOf(text[0]);
        return first >= 0 && SPANISH.charAt((int) ((first * 10_000_000L + number(text, 1, 7)) % 23)) == text[8];
    }

    static boolean nif(char[] text, int length) {
        int check = 11 - weighted(text, 0, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return "123456789".indexOf(text[0]) >= 0 && (check > 9 ? 0 : check) == digit(text, 8);
    }

    private static boolean portugueseCard(char[] text, int length) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            int value = text[i] <= '9' ? text[i] - '0' : text[i] - 'A' + 10;
            int weighted = i % 2 == 0 ? 2 * value : value;
            sum += i % 2 == 0 && weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    static boolean codiceFiscale(char[] text, int length) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = text[i];
            int value = c <= '9' ? c - '0' : c - 'A';
            sum += i % 2 == 0 ? ODD[value] : value;
        }
        int day = decoded(text[9]) * 10 + decoded(text[10]);
        return MONTHS.indexOf(text[8]) >= 0
                && (day >= 1 && day <= 31 || day >= 41 && day <= 71)
                && sum % 26 == text[15] - 'A';
    }

    private static int decoded(char c) {
        return c <= '9' ? c - '0' : OMOCODES.indexOf(c);
    }
}
