package dev.gatehouse.detection;

import static dev.gatehouse.detection.CheckDigits.dayAndMonth;
import static dev.gatehouse.detection.CheckDigits.digit;
import static dev.gatehouse.detection.CheckDigits.luhn;
import static dev.gatehouse.detection.CheckDigits.mod1110;
import static dev.gatehouse.detection.CheckDigits.number;
import static dev.gatehouse.detection.CheckDigits.weighted;

import java.util.List;

/// National identifiers of central and eastern Europe, Greece and Cyprus.
final class EasternIds {
    private EasternIds() {}

    static List<Scheme> all() {
        return List.of(
                Scheme.id("PL PESEL", -0.3, EasternIds::pesel, "00000000000"),
                Scheme.id("PL NIP", 1, EasternIds::nip, "000-000-00-00", "000-00-00-000"),
                Scheme.id("PL dowod", 1.5, EasternIds::polishCard, "AAA000000", "AAA 000000"),
                Scheme.id("CZ/SK", 3.5, EasternIds::rodneCislo, "000000/0000"),
                Scheme.id("CZ/SK", -0.8, EasternIds::rodneCislo, "0000000000"),
                Scheme.id("CZ/SK", 1.5, (text, _) -> born(text), "000000/000"),
                Scheme.id("HU TAJ", -2.5, EasternIds::taj, "000000000"),
                Scheme.id("HU TAJ", 1, EasternIds::taj, "000 000 000", "000-000-000"),
                Scheme.id("HU szemelyi", 3, EasternIds::hungarianPerson, "0-000000-0000", "0 000000 0000"),
                Scheme.id("HU szemelyi", -1, EasternIds::hungarianPerson, "00000000000"),
                Scheme.id("HU adoazonosito", -0.5, EasternIds::hungarianTax, "0000000000"),
                Scheme.id("RO CNP", 4, EasternIds::cnp, "0000000000000"),
                Scheme.id("BG EGN", -0.5, EasternIds::egn, "0000000000"),
                Scheme.id("HR OIB", -1.5, (text, _) -> mod1110(text, 0, 11), "00000000000"),
                Scheme.id("EMSO", 4, EasternIds::emso, "0000000000000"),
                Scheme.id("SI davcna", -3, EasternIds::slovenianTax, "00000000"),
                Scheme.id("GR AMKA", 1.5, (text, _) -> dayAndMonth(text, 0, 2) && luhn(text, 0, 11), "00000000000"),
                Scheme.id("GR AFM", -2.5, EasternIds::afm, "000000000"),
                Scheme.id("GR ADT", 0, (_, _) -> true, "AA-000000", "AA 000000"),
                Scheme.id("CY TIC", 1, EasternIds::cypriot, "00000000A"),
                Scheme.id("TR TCKN", 1, EasternIds::turkish, "00000000000"));
    }

    /// Year, month with a century in its tens, day.
    private static boolean pesel(char[] text, int length) {
        int month = (int) number(text, 2, 2) % 20;
        return CheckDigits.date((int) number(text, 4, 2), month)
                && (weighted(text, 0, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3) + digit(text, 10)) % 10 == 0;
    }

    private static boolean nip(char[] text, int length) {
        return weighted(text, 0, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digit(text, 9) && text[0] != '0';
    }

    private static boolean polishCard(char[] text, int length) {
        int sum = 7 * (text[0] - 'A' + 10) + 3 * (text[1] - 'A' + 10) + text[2] - 'A' + 10;
        return (sum + weighted(text, 4, 7, 3, 1, 7, 3)) % 10 == digit(text, 3);
    }

    private static boolean born(char[] text) {
        int month = (int) number(text, 2, 2);
        month = month > 70 ? month - 70 : month > 50 ? month - 50 : month > 20 ? month - 20 : month;
        return CheckDigits.date((int) number(text, 4, 2), month);
    }

    /// Divisible by eleven; a few hundred given before 1985 have 0 where the rest was ten.
    private static boolean rodneCislo(char[] text, int length) {
        long rest = number(text, 0, 9) % 11;
        return born(text) && (number(text, 0, 10) % 11 == 0 || rest == 10 && text[9] == '0');
    }

    private static boolean taj(char[] text, int length) {
        return weighted(text, 0, 3, 7, 3, 7, 3, 7, 3, 7) % 10 == digit(text, 8) && !CheckDigits.same(text, 0, 9);
    }

    private static boolean hungarianTax(char[] text, int length) {
        return text[0] == '8' && weighted(text, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9) % 11 == digit(text, 9);
    }

    private static boolean cnp(char[] text, int length) {
        int county = (int) number(text, 7, 2);
        int check = weighted(text, 0, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
        return text[0] != '0'
                && dayAndMonth(text, 5, 3)
                && (county >= 1 && county <= 52 || county >= 70)
                && (check == 10 ? 1 : check) == digit(text, 12);
    }

    /// Weights rise with those born before 1997 and fall with the others.
    private static boolean hungarianPerson(char[] text, int length) {
        boolean born = text[0] >= '1' && text[0] <= '8' && CheckDigits.dayAndMonth(text, 5, 3);
        int rising = weighted(text, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10) % 11;
        int falling = weighted(text, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 11;
        return born && (rising == digit(text, 10) || falling == digit(text, 10));
    }

    private static boolean egn(char[] text, int length) {
        int month = (int) number(text, 2, 2);
        month = month > 40 ? month - 40 : month > 20 ? month - 20 : month;
        return CheckDigits.date((int) number(text, 4, 2), month)
                && weighted(text, 0, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == digit(text, 9);
    }

    private static boolean emso(char[] text, int length) {
        int check = 11 - weighted(text, 0, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
        return dayAndMonth(text, 0, 2)
                && (text[4] == '9' || text[4] == '0' || text[4] == '8')
                && (check > 9 ? 0 : check) == digit(text, 12);
    }

    private static boolean slovenianTax(char[] text, int length) {
        int check = 11 - weighted(text, 0, 8, 7, 6, 5, 4, 3, 2) % 11;
        return text[0] != '0' && check != 11 && (check == 10 ? 0 : check) == digit(text, 7);
    }

    private static boolean afm(char[] text, int length) {
        return weighted(text, 0, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == digit(text, 8)
                && !CheckDigits.same(text, 0, 9);
    }

    private static boolean cypriot(char[] text, int length) {
        int[] odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += i % 2 == 0 ? odd[digit(text, i)] : digit(text, i);
        }
        return sum % 26 == text[8] - 'A';
    }

    private static boolean turkish(char[] text, int length) {
        int odd = weighted(text, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1);
        int even = weighted(text, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0);
        int all = weighted(text, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        return text[0] != '0' && Math.floorMod(7 * odd - even, 10) == digit(text, 9) && all % 10 == digit(text, 10);
    }
}
