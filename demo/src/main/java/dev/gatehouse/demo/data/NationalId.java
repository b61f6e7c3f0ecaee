package dev.gatehouse.demo.data;

import java.time.LocalDate;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// The number by which a state knows a person, in the state's own form and with valid check digits.
final class NationalId {

    private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String FINNISH_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    private NationalId() {}

    static String make(Person person, RandomGenerator random) {
        return switch (person.country()) {
            case AT -> austrianInsuranceNumber(person.birthDate(), random);
            case CZ -> czechBirthNumber(person, random);
            case DE -> germanTaxNumber(random);
            case ES -> spanishIdentityNumber(random);
            case FI -> finnishPersonalCode(person, random);
            case FR -> frenchRegistrationNumber(person, random);
            case GR -> greekInsuranceNumber(person.birthDate(), random);
            case IT -> ItalianTaxCode.make(person, random);
            case NL -> dutchServiceNumber(random);
            case PL -> polishRegisterNumber(person, random);
            case PT -> portugueseTaxNumber(random);
            case SE -> swedishPersonalNumber(person, random);
        };
    }

    /// Versicherungsnummer: serial, check digit at the fourth place, day of birth.
    private static String austrianInsuranceNumber(LocalDate birth, RandomGenerator random) {
        while (true) {
            String serial = String.valueOf(random.nextInt(100, 1000));
            String date = dayMonthYear(birth);
            int check = (Digits.weighted(serial, 3, 7, 9) + Digits.weighted(date, 5, 8, 4, 2, 1, 6)) % 11;
            if (check < 10) {
                return serial + check + date;
            }
        }
    }

    /// Rodné číslo: women's months count from 51; the ten digits are divisible by eleven.
    private static String czechBirthNumber(Person person, RandomGenerator random) {
        LocalDate birth = person.birthDate();
        String date = two(birth.getYear() % 100)
                + two(birth.getMonthValue() + (person.female() ? 50 : 0))
                + two(birth.getDayOfMonth());
        while (true) {
            String serial = Digits.random(3, random);
            int check = (int) (Long.parseLong(date + serial + "0") % 11);
            int last = (11 - check) % 11;
            if (last < 10) {
                return date + "/" + serial + last;
            }
        }
    }

    /// Steuerliche Identifikationsnummer: of the first ten digits exactly one occurs twice; ISO 7064 MOD 11,10.
    private static String germanTaxNumber(RandomGenerator random) {
        while (true) {
            String digits = String.valueOf(random.nextInt(1, 10)) + Digits.random(9, random);
            if (digits.chars().distinct().count() == 9) {
                return digits + mod1110(digits);
            }
        }
    }

    private static int mod1110(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (digits.charAt(i) - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }

    private static String spanishIdentityNumber(RandomGenerator random) {
        String digits = Digits.random(8, random);
        return digits + SPANISH_LETTERS.charAt(Integer.parseInt(digits) % 23);
    }

    /// Henkilötunnus; serials from 900 are never issued to anybody.
    private static String finnishPersonalCode(Person person, RandomGenerator random) {
        int serial = random.nextInt(450, 500) * 2 + (person.female() ? 0 : 1);
        String date = dayMonthYear(person.birthDate());
        char check = FINNISH_CHARACTERS.charAt(Integer.parseInt(date + serial) % 31);
        return date + (person.birthDate().getYear() < 2000 ? "-" : "A") + serial + check;
    }

    /// Numéro d'inscription au répertoire with its two-digit key.
    private static String frenchRegistrationNumber(Person person, RandomGenerator random) {
        LocalDate birth = person.birthDate();
        String number = (person.female() ? "2" : "1")
                + two(birth.getYear() % 100)
                + two(birth.getMonthValue())
                + two(random.nextInt(21, 96))
                + Digits.random(6, random);
        return number + two((int) (97 - Long.parseLong(number) % 97));
    }

    /// AMKA: day of birth, serial, Luhn digit.
    private static String greekInsuranceNumber(LocalDate birth, RandomGenerator random) {
        String digits = dayMonthYear(birth) + Digits.random(4, random);
        return digits + Digits.luhn(digits);
    }

    /// Burgerservicenummer: the test of eleven, the last digit counting minus one.
    private static String dutchServiceNumber(RandomGenerator random) {
        while (true) {
            String digits = String.valueOf(random.nextInt(1, 10)) + Digits.random(7, random);
            int check = Digits.weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
            if (check < 10) {
                return digits + check;
            }
        }
    }

    /// PESEL: months of this century count from 21; the serial's last digit tells the sex.
    private static String polishRegisterNumber(Person person, RandomGenerator random) {
        LocalDate birth = person.birthDate();
        String digits = two(birth.getYear() % 100)
                + two(birth.getMonthValue() + (birth.getYear() < 2000 ? 0 : 20))
                + two(birth.getDayOfMonth())
                + Digits.random(3, random)
                + (random.nextInt(5) * 2 + (person.female() ? 0 : 1));
        return digits + (10 - Digits.weighted(digits, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3) % 10) % 10;
    }

    private static String portugueseTaxNumber(RandomGenerator random) {
        String digits = String.valueOf(random.nextInt(1, 4)) + Digits.random(7, random);
        int check = 11 - Digits.weighted(digits, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return digits + (check > 9 ? 0 : check);
    }

    private static String swedishPersonalNumber(Person person, RandomGenerator random) {
        LocalDate birth = person.birthDate();
        String digits = two(birth.getYear() % 100)
                + two(birth.getMonthValue())
                + two(birth.getDayOfMonth())
                + Digits.random(2, random)
                + (random.nextInt(5) * 2 + (person.female() ? 0 : 1));
        return digits.substring(0, 6) + "-" + digits.substring(6) + Digits.luhn(digits);
    }

    private static String dayMonthYear(LocalDate date) {
        return two(date.getDayOfMonth()) + two(date.getMonthValue()) + two(date.getYear() % 100);
    }

    private static String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }
}
