package dev.gatehouse.detection;

import static dev.gatehouse.detection.CheckDigits.dayAndMonth;
import static dev.gatehouse.detection.CheckDigits.digit;
import static dev.gatehouse.detection.CheckDigits.luhn;
import static dev.gatehouse.detection.CheckDigits.number;
import static dev.gatehouse.detection.CheckDigits.weighted;

import java.util.List;

/// National identifiers of the British isles, the Nordic and Baltic states, and the United States.
final class NorthernIds {
    private static final String FINNISH = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final String IRISH = "WABCDEFGHIJKLMNOPQRSTUV";

    private NorthernIds() {}

    static List<Scheme> all() {
        return List.of(
                Scheme.id(
                        "GB NINO", 2, NorthernIds::nino, "AA000000A", "AA 00 00 00 A", "AA 000000 A", "AA-00-00-00-A"),
                Scheme.health("GB NHS", 2.5, NorthernIds::nhs, "000 000 0000"),
                Scheme.health("GB NHS", -1, NorthernIds::nhs, "000-000-0000"),
                Scheme.health("GB NHS", -3, NorthernIds::nhs, "0000000000"),
                Scheme.id("IE PPS", 2, NorthernIds::pps, "0000000A", "0000000AA", "0000000 A", "0000000 AA"),
                Scheme.id("US SSN", 2.5, NorthernIds::ssn, "000-00-0000"),
                Scheme.id("US SSN", -2, NorthernIds::ssn, "000 00 0000"),
                Scheme.id("US SSN", -4, NorthernIds::ssn, "000000000"),
                Scheme.health(
                        "US MBI",
                        2.5,
                        NorthernIds::mbi,
                        "0A00A00AA00",
                        "0AA0AA0AA00",
                        "0A00AA0AA00",
                        "0AA0A00AA00",
                        "0A00-A00-AA00",
                        "0AA0-AA0-AA00",
                        "0A00-AA0-AA00",
                        "0AA0-A00-AA00"),
                Scheme.id("SE", 3, NorthernIds::swedish, "000000-0000", "000000+0000", "00000000-0000"),
                Scheme.id("SE", 1.5, NorthernIds::swedish, "000000000000"),
                Scheme.id("SE", -1.5, NorthernIds::swedish, "0000000000"),
                Scheme.id("DK CPR", 1.5, (text, _) -> dayAndMonth(text, 0, 2), "000000-0000"),
                Scheme.id("DK CPR", -3.5, (text, _) -> dayAndMonth(text, 0, 2), "0000000000"),
                Scheme.id("NO", 4, NorthernIds::norwegian, "00000000000", "000000 00000", "000000-00000"),
                Scheme.id(
                        "FI HETU",
                        5,
                        NorthernIds::hetu,
                        "000000-000A",
                        "000000A000A",
                        "000000+000A",
                        "000000-0000",
                        "000000A0000",
                        "000000+0000"),
                Scheme.id("IS", 2, NorthernIds::kennitala, "0000000000", "000000-0000", "000000 0000"),
                Scheme.id("EE/LT", 3, NorthernIds::baltic, "00000000000"),
                Scheme.id("LV", 2.5, NorthernIds::latvian, "000000-00000"),
                Scheme.id("LV", -1, NorthernIds::latvian, "00000000000"));
    }

    private static boolean nino(char[] text, int length) {
        char first = text[0];
        char second = text[1];
        boolean prefix = "DFIQUV".indexOf(first) < 0
                && "DFIQUVO".indexOf(second) < 0
                && !(first == 'B' && second == 'G')
                && !(first == 'G' && second == 'B')
                && !(first == 'N' && second == 'K')
                && !(first == 'K' && second == 'N')
                && !(first == 'T' && second == 'N')
                && !(first == 'N' && second == 'T')
                && !(first == 'Z' && second == 'Z');
        return prefix && text[8] >= 'A' && text[8] <= 'D' || first == 'Q' && second == 'Q';
    }

    private static boolean nhs(char[] text, int length) {
        int check = 11 - weighted(text, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return check % 11 == digit(text, 9) && check != 10 && !CheckDigits.same(text, 0, 10);
    }

    private static boolean pps(char[] text, int length) {
        int sum = weighted(text, 0, 8, 7, 6, 5, 4, 3, 2);
        if (length == 9) {
            sum += 9 * (text[8] == 'W' ? 0 : text[8] - 'A' + 1);
        }
        return IRISH.charAt(sum % 23) == text[7] && (length == 8 || "ABHWTX".indexOf(text[8]) >= 0);
    }

    private static boolean ssn(char[] text, int length) {
        int area = (int) number(text, 0, 3);
        return area > 0
                && area != 666
                && area < 900
                && number(text, 3, 2) > 0
                && number(text, 5, 4) > 0
                && number(text, 0, 9) != 123_456_789;
    }

    private static boolean mbi(char[] text, int length) {
        for (int i = 0; i < length; i++) {
            if ("SLOIBZ".indexOf(text[i]) >= 0) {
                return false;
            }
        }
        return text[0] != '0';
    }

    private static boolean swedish(char[] text, int length) {
        int from = length - 10;
        int day = (int) number(text, from + 4, 2);
        boolean century = length == 10 || text[0] == '1' && text[1] >= '8' || text[0] == '2' && text[1] == '0';
        return century
                && CheckDigits.date(day > 60 ? day - 60 : day, (int) number(text, from + 2, 2))
                && luhn(text, from, 10);
    }

    private static boolean norwegian(char[] text, int length) {
        int day = (int) number(text, 0, 2);
        int month = (int) number(text, 2, 2);
        return CheckDigits.date(day > 40 ? day - 40 : day, month > 80 ? month - 80 : month > 40 ? month - 40 : month)
                && (weighted(text, 0, 3, 7, 6, 1, 8, 9, 4, 5, 2) + digit(text, 9)) % 11 == 0
                && (weighted(text, 0, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) + digit(text, 10)) % 11 == 0;
    }

    /// Without its separator when that is a sign, with it when it is the letter of a century.
    private static boolean hetu(char[] text, int length) {
        int from = length == 11 ? 7 : 6;
        if (length == 11 && "ABCDEFYXWVU".indexOf(text[6]) < 0 || !dayAndMonth(text, 0, 2)) {
            return false;
        }
        long number = number(text, 0, 6) * 1000 + number(text, from, 3);
        return FINNISH.charAt((int) (number % 31)) == text[length - 1];
    }

    private static boolean kennitala(char[] text, int length) {
        int day = (int) number(text, 0, 2);
        return CheckDigits.date(day > 40 ? day - 40 : day, (int) number(text, 2, 2))
                && (text[9] == '9' || text[9] == '0' || text[9] == '8')
                && (weighted(text, 0, 3, 2, 7, 6, 5, 4, 3, 2) + digit(text, 8)) % 11 == 0;
    }

    private static boolean baltic(char[] text, int length) {
        if (text[0] < '1' || text[0] > '8' || !dayAndMonth(text, 5, 3)) {
            return false;
        }
        int check = weighted(text, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
        if (check == 10) {
            check = weighted(text, 0, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10;
        }
        return check == digit(text, 10);
    }

    /// Codes given since 2017 begin with 32 and say no date; the check digit of older ones is kept by all.
    private static boolean latvian(char[] text, int length) {
        if (text[0] == '3' && text[1] >= '2') {
            return true;
        }
        int check = (1101 - weighted(text, 0, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)) % 11;
        return dayAndMonth(text, 0, 2) && text[6] <= '2' && check == digit(text, 10);
    }
}
