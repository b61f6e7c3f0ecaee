package dev.gatehouse.detection;

import java.util.Random;

/// Numbers of health insurers and of papers: passports, driving licences, licence plates.
final class PaperNumbers {
    private final Random random;
    private final StateNumbers numbers;

    PaperNumbers(Random random, StateNumbers numbers) {
        this.random = random;
        this.numbers = numbers;
    }

    String health(String where) {
        numbers.born();
        return switch (where) {
            case "gb" -> british10();
            case "de" -> kvnr();
            case "ehic" -> "80" + numbers.pick("276", "040", "250", "380", "616") + numbers.digits(15);
            case "fr" -> numbers.french();
            case "lu" -> numbers.luxembourgish();
            case "us" ->
                (1 + random.nextInt(9))
                        + letters(1)
                        + numbers.digits(2)
                        + letters(1)
                        + numbers.digits(2)
                        + letters(2)
                        + numbers.digits(2);
            case "mrn" ->
                numbers.pick(
                        "MRN-" + numbers.digits(6),
                        "MRN" + numbers.digits(7),
                        numbers.digits(8),
                        "P-" + numbers.digits(6));
            case "es" ->
                numbers.pick("ABCD" + numbers.digits(12), "MARO" + numbers.digits(10), "CANT" + numbers.digits(12));
            default -> throw new IllegalArgumentException(where);
        };
    }

    private String british10() {
        while (true) {
            String nine = (4 + random.nextInt(3)) + numbers.digits(8);
            int check = 11 - StateNumbers.sum(nine, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
            if (check != 10) {
                String all = nine + check % 11;
                return numbers.pick(all, all.substring(0, 3) + " " + all.substring(3, 6) + " " + all.substring(6));
            }
        }
    }

    private String kvnr() {
        char letter = (char) ('A' + random.nextInt(26));
        String eight = numbers.digits(8);
        String all = numbers.two(letter - 'A' + 1) + eight;
        int sum = 0;
        for (int i = 0; i < 10; i++) {
            int product = (all.charAt(i) - '0') * (i % 2 == 0 ? 1 : 2);
            sum += product / 10 + product % 10;
        }
        return letter + eight + sum % 10;
    }

    String passport(String where) {
        String any = numbers.pick("de", "fr", "pl", "us", "it", "nl", "se");
        return switch (where.equals("any") ? any : where) {
            case "de" ->
                numbers.pick("C", "F", "G", "H", "J")
                        + numbers.digits(2)
                        + letters(1)
                        + numbers.digits(2)
                        + letters(1)
                        + numbers.digits(2);
            case "fr" -> numbers.digits(2) + letters(2) + numbers.digits(5);
            case "pl", "it" -> letters(2) + numbers.digits(7);
            case "nl" -> "N" + letters(1) + numbers.digits(6) + letters(1);
            case "se" -> numbers.digits(8);
            default -> numbers.pick(numbers.digits(9), "C" + numbers.digits(8));
        };
    }

    String licence(String where) {
        String any = numbers.pick("gb", "us", "it", "de", "nl");
        return switch (where.equals("any") ? any : where) {
            case "de" ->
                letters(1) + numbers.digits(3) + letters(3) + numbers.digits(1) + letters(1) + numbers.digits(2);
            case "fr" -> numbers.digits(12);
            case "gb" -> "MORGA" + numbers.digits(6) + "SM" + numbers.digits(1) + letters(2);
            case "it" -> "U1" + letters(1) + numbers.digits(5) + letters(1);
            case "nl" -> numbers.digits(10);
            default -> letters(1) + numbers.digits(7);
        };
    }

    String plate(String where) {
        String any = numbers.pick("gb", "es", "se", "nl", "us", "de", "it");
        return switch (where.equals("any") ? any : where) {
            case "de" -> numbers.pick("B-", "M-", "HH-", "KA-", "B ") + letters(2) + " " + (1 + random.nextInt(9999));
            case "fr" -> letters(2) + "-" + numbers.digits(3) + "-" + letters(2);
            case "it" -> letters(2) + numbers.pick(" ", "") + numbers.digits(3) + numbers.pick(" ", "") + letters(2);
            case "pl" -> numbers.pick("WA ", "KR ", "GD ", "PO") + numbers.digits(5);
            case "gb" -> letters(2) + numbers.digits(2) + " " + letters(3);
            case "es" -> numbers.digits(4) + " " + letters(3);
            case "se" -> letters(3) + " " + numbers.digits(3);
            case "nl" -> numbers.digits(2) + "-" + letters(3) + "-" + numbers.digits(1);
            default -> numbers.digits(1) + letters(3) + numbers.digits(3);
        };
    }

    private String letters(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("BCDFGHJKLMNPRSTVWXYZ".charAt(random.nextInt(20)));
        }
        return text.toString();
    }
}
