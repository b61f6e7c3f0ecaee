package dev.gatehouse.demo.data;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/// Codice fiscale: consonants of the names, date of birth, town and a check letter.
final class ItalianTaxCode {

    private static final String MONTHS = "ABCDEHLMPRST";
    private static final List<String> TOWNS = List.of("H501", "F205", "F839", "L219", "D612", "A944", "G273", "L736");
    private static final int[] ODD_VALUES = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private ItalianTaxCode() {}

    static String make(Person person, RandomGenerator random) {
        int day = person.birthDate().getDayOfMonth() + (person.female() ? 40 : 0);
        String code = family(person.family())
                + given(person.given())
                + String.format(Locale.ROOT, "%02d", person.birthDate().getYear() % 100)
                + MONTHS.charAt(person.birthDate().getMonthValue() - 1)
                + String.format(Locale.ROOT, "%02d", day)
                + TOWNS.get(random.nextInt(TOWNS.size()));
        return code + check(code);
    }

    private static String family(String name) {
        return (consonants(name) + vowels(name) + "XXX").substring(0, 3);
    }

    private static String given(String name) {
        String consonants = consonants(name);
        if (consonants.length() > 3) {
            return "" + consonants.charAt(0) + consonants.charAt(2) + consonants.charAt(3);
        }
        return (consonants + vowels(name) + "XXX").substring(0, 3);
    }

    private static String consonants(String name) {
        return letters(name).replaceAll("[AEIOU]", "");
    }

    private static String vowels(String name) {
        return letters(name).replaceAll("[^AEIOU]", "");
    }

    private static String letters(String name) {
        return Latin.letters(name).toUpperCase(Locale.ROOT);
    }

    private static char check(String code) {
        int sum = 0;
        for (int i = 0; i < code.length(); i++) {
            int place = Character.isDigit(code.charAt(i)) ? code.charAt(i) - '0' : code.charAt(i) - 'A';
            sum += i % 2 == 0 ? ODD_VALUES[place] : place;
        }
        return (char) ('A' + sum % 26);
    }
}
