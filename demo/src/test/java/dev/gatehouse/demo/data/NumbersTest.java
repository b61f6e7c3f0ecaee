package dev.gatehouse.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The check digits are recomputed here by the published rules, written down a second time.
class NumbersTest {

    private final SplittableRandom random = new SplittableRandom(42);

    @Test
    void cardNumbersPassLuhn() {
        assertThat(luhn("4111111111111111")).isTrue();
        assertThat(luhn("4111111111111112")).isFalse();
        for (int i = 0; i < 1000; i++) {
            String card = CardNumber.make(random);
            assertThat(card).hasSize(16).matches(NumbersTest::luhn, "Luhn");
        }
    }

    @Test
    void groupedCardsReadAsPeopleWriteThem() {
        assertThat(CardNumber.grouped("4111111111111111")).isEqualTo("4111 1111 1111 1111");
        assertThat(CardNumber.grouped("FI0299999912345678")).isEqualTo("FI02 9999 9912 3456 78");
    }

    @ParameterizedTest
    @EnumSource
    void ibansHaveTheirCountrysLengthAndLeaveOneModulo97(Country country) {
        assertThat(ibanRemainder("GB82WEST12345698765432")).isEqualTo(1);
        for (int i = 0; i < 500; i++) {
            String iban = Iban.make(country, random);
            assertThat(iban).startsWith(country.name()).hasSize(ibanLength(country));
            assertThat(ibanRemainder(iban)).as(iban).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nationalNumbersAreValidWhereTheyWereIssued(Country country) {
        for (int i = 0; i < 500; i++) {
            LocalDate birth = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(25_000));
            Person person = new Person(country, random.nextBoolean(), "Zoë", "D'Angelo", birth);
            String number = NationalId.make(person, random);
            assertThat(valid(country, number)).as(country + " " + number).isTrue();
        }
    }

    @Test
    void publishedExamplesAreValidAndTheirNeighboursAreNot() {
        Map<Country, String> published = Map.of(
                Country.DE, "86095742719",
                Country.ES, "12345678Z",
                Country.FI, "131052-308T",
                Country.IT, "RSSMRA85T10A562S",
                Country.NL, "111222333",
                Country.PL, "44051401359",
                Country.SE, "811218-9876",
                Country.FR, "255081416802538");
        published.forEach((country, number) -> {
            assertThat(valid(country, number)).as(number).isTrue();
            assertThat(valid(country, neighbour(number))).as(neighbour(number)).isFalse();
        });
    }

    @Test
    void anItalianTaxCodeFollowsFromTheName() {
        Person person = new Person(Country.IT, true, "Niccolò", "Fo", LocalDate.of(1985, 12, 10));
        assertThat(NationalId.make(person, random)).startsWith("FOXNCL85T50");
    }

    private static int ibanLength(Country country) {
        return switch (country) {
            case FI, NL -> 18;
            case AT -> 20;
            case DE -> 22;
            case CZ, ES, SE -> 24;
            case PT -> 25;
            case FR, GR, IT -> 27;
            case PL -> 28;
        };
    }

    private static String neighbour(String number) {
        int place = 3;
        char digit = number.charAt(place);
        char next = Character.isDigit(digit) ? (char) ('0' + (digit - '0' + 1) % 10) : digit == 'A' ? 'B' : 'A';
        return number.substring(0, place) + next + number.substring(place + 1);
    }

    private static boolean valid(Country country, String number) {
        return switch (country) {
            case AT -> sum(number, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6) % 11 == number.charAt(3) - '0';
            case CZ -> Long.parseLong(number.replace("/", "")) % 11 == 0 && number.matches("\\d{6}/\\d{4}");
            case DE -> number.matches("[1-9]\\d{10}") && iso7064(number) == 1;
            case ES ->
                "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(number.substring(0, 8)) % 23) == number.charAt(8);
            case FI -> finnish(number);
            case FR ->
                97
                                - new BigInteger(number.substring(0, 13))
                                        .mod(BigInteger.valueOf(97))
                                        .intValue()
                        == Integer.parseInt(number.substring(13));
            case GR -> number.length() == 11 && luhn(number);
            case IT -> number.matches("[A-Z]{6}\\d\\d[A-EHLMPRST]\\d\\d[A-Z]\\d{3}[A-Z]") && italian(number);
            case NL -> sum(number, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0;
            case PL -> sum(number, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0;
            case PT ->
                sum(number, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 11 == 0
                        || (number.endsWith("0") && sum(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == 1);
            case SE -> number.matches("\\d{6}-\\d{4}") && luhn(number.replace("-", ""));
        };
    }

    private static int iso7064(String number) {
        int check = 10;
        for (int i = 0; i < 10; i++) {
            check = check + number.charAt(i) - '0';
            check = (check % 10 == 0 ? 10 : check % 10) * 2 % 11;
        }
        return (check + number.charAt(10) - '0') % 10;
    }

    private static boolean finnish(String number) {
        int digits = Integer.parseInt(number.substring(0, 6) + number.substring(7, 10));
        return "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt(digits % 31) == number.charAt(10);
    }

    private static boolean italian(String code) {
        String odd = "BAFHJNPRTVCESULDGIMOQKWZYX";
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = code.charAt(i);
            int place = Character.isDigit(c) ? c - '0' : c - 'A';
            sum += i % 2 == 0 ? odd.charAt(place) - 'A' : place;
        }
        return code.charAt(15) - 'A' == sum % 26;
    }

    private static int sum(String number, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * Character.digit(number.charAt(i), 10);
        }
        return sum;
    }

    private static boolean luhn(String number) {
        int sum = 0;
        boolean twice = false;
        for (int i = number.length() - 1; i >= 0; i--) {
            int digit = Character.digit(number.charAt(i), 10) * (twice ? 2 : 1);
            sum += digit / 10 + digit % 10;
            twice = !twice;
        }
        return sum % 10 == 0;
    }

    private static int ibanRemainder(String iban) {
        StringBuilder digits = new StringBuilder();
        String turned = iban.substring(4) + iban.substring(0, 4);
        for (int i = 0; i < turned.length(); i++) {
            digits.append(Character.digit(turned.charAt(i), 36));
        }
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
    }
}
