package dev.gatehouse.detection;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Numbers that states give to people, made the way each state makes them: the inverse of what is checked.
final class StateNumbers {
    private static final List<String> ALL = List.of(
            "de", "desv", "at", "ch", "fr", "es", "esnie", "it", "pt", "nl", "be", "lu", "pl", "cs", "sk", "hu",
            "hutaj", "hupers", "ro", "bg", "hr", "sl", "sltax", "elafm", "el", "sv", "da", "no", "fi", "is", "et", "lv",
            "lt", "mt", "cy", "ie", "gb", "us");
    private static final List<String> STRONG =
            List.of("desv", "fr", "it", "es", "ch", "be", "ro", "fi", "cs", "sv", "no", "esnie", "lu", "sl");

    private final Random random;
    private final NorthernNumbers northern;
    int year;
    int month;
    int day;

    StateNumbers(Random random) {
        this.random = random;
        northern = new NorthernNumbers(random, this);
    }

    void born() {
        year = 1940 + random.nextInt(68);
        month = 1 + random.nextInt(12);
        day = 1 + random.nextInt(28);
    }

    String national(String where) {
        born();
        return switch (where) {
            case "any" -> national(ALL.get(random.nextInt(ALL.size())));
            case "strong" -> national(STRONG.get(random.nextInt(STRONG.size())));
            case "de" -> german();
            case "desv" -> germanPension();
            case "at" -> austrian();
            case "ch" -> swiss();
            case "fr" -> french();
            case "es" -> two(digits(8));
            case "esnie" -> foreignerInSpain();
            case "it" -> italian();
            case "pt" -> northern.portuguese();
            case "nl" -> northern.dutch();
            case "be" -> northern.belgian();
            case "lu" -> luxembourgish();
            case "pl" -> polish();
            case "cs", "sk" -> czech();
            case "hu" -> hungarianTax();
            case "hutaj" -> hungarianHealth();
            case "hupers" -> hungarianPerson();
            case "ro" -> romanian();
            case "bg" -> bulgarian();
            case "hr" -> croatian();
            case "sl" -> slovene();
            case "sltax" -> slovenianTax();
            case "elafm" -> greekTax();
            case "el" -> luhn(two(day) + two(month) + two(year % 100) + digits(4));
            case "sv" -> northern.swedish();
            case "da" -> two(day) + two(month) + two(year % 100) + pick("-", "-", "") + digits(4);
            case "no" -> northern.norwegian();
            case "fi" -> northern.finnish();
            case "is" -> northern.icelandic();
            case "et", "lt" -> northern.baltic();
            case "lv" -> northern.latvian();
            case "mt" -> digits(1 + 6) + pick("M", "G", "A", "P", "L", "H", "B", "Z");
            case "cy" -> cypriot();
            case "ie" -> northern.irish();
            case "gb" -> northern.british();
            case "us" -> northern.american();
            case "li" -> (1 + random.nextInt(9)) + digits(6 + random.nextInt(5));
            default -> throw new IllegalArgumentException(where);
        };
    }

    String two(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    /// A DNI: eight digits and the letter of their rest by 23.
    private String two(String eight) {
        char letter = "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(eight) % 23);
        return eight + pick("", "-", " ", "") + letter;
    }

    private String foreignerInSpain() {
        int first = random.nextInt(3);
        String seven = digits(7);
        char letter = "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(first + seven) % 23);
        return "XYZ".charAt(first) + pick("", "-") + seven + pick("", "-") + letter;
    }

    private String german() {
        while (true) {
            String ten = (1 + random.nextInt(9)) + digits(9);
            int[] times = new int[10];
            ten.chars().forEach(c -> times[c - '0']++);
            long repeated = java.util.Arrays.stream(times).filter(n -> n > 1).count();
            boolean fits = repeated == 1 && java.util.Arrays.stream(times).max().orElse(0) <= 3;
            if (fits) {
                String all = ten + mod1110(ten);
                return random.nextInt(3) > 0
                        ? all
                        : all.substring(0, 2) + " " + all.substring(2, 5) + " " + all.substring(5, 8) + " "
                                + all.substring(8);
            }
        }
    }

    private static int mod1110(String digits) {
        int product = 10;
        for (int i = 0; i < digits.length(); i++) {
            int sum = (digits.charAt(i) - '0' + product) % 10;
            product = 2 * (sum == 0 ? 10 : sum) % 11;
        }
        return (11 - product) % 10;
    }

    private String germanPension() {
        String area = pick("02", "12", "15", "53", "65", "28");
        char letter = (char) ('A' + random.nextInt(26));
        String date = two(day) + two(month) + two(year % 100);
        String serial = two(random.nextInt(100));
        String spread = area + date + two(letter - 'A' + 1) + serial;
        int[] weights = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            int product = weights[i] * (spread.charAt(i) - '0');
            sum += product / 10 + product % 10;
        }
        String gap = pick("", " ", "");
        return area + gap + date + gap + letter + gap + serial + sum % 10;
    }

    private String austrian() {
        while (true) {
            String serial = String.valueOf(100 + random.nextInt(900));
            String date = two(day) + two(month) + two(year % 100);
            int check = sum(serial, 3, 7, 9) + sum(date, 5, 8, 4, 2, 1, 6);
            if (check % 11 < 10) {
                return serial + check % 11 + pick(" ", "") + date;
            }
        }
    }

    private String swiss() {
        String twelve = "756" + digits(9);
        int sum = sum(twelve, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3);
        String all = twelve + (10 - sum % 10) % 10;
        return random.nextInt(3) == 0
                ? all
                : all.substring(0, 3) + "." + all.substring(3, 7) + "." + all.substring(7, 11) + "."
                        + all.substring(11);
    }

    String french() {
        String first =
                pick("1", "2") + two(year % 100) + two(month) + two(1 + random.nextInt(95)) + digits(3) + digits(3);
        String key = two((int) (97 - Long.parseLong(first) % 97));
        if (random.nextBoolean()) {
            return first + key;
        }
        return first.charAt(0) + " " + first.substring(1, 3) + " " + first.substring(3, 5) + " " + first.substring(5, 7)
                + " " + first.substring(7, 10) + " " + first.substring(10) + " " + key;
    }

    private String italian() {
        String letters = "BCDFGLMNPRSTVZ";
        var code = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            code.append(letters.charAt(random.nextInt(letters.length())));
        }
        code.append(two(year % 100)).append("ABCDEHLMPRST".charAt(month - 1));
        code.append(two(random.nextBoolean() ? day : day + 40))
                .append(pick("H", "F", "L", "D"))
                .append(digits(3));
        int[] odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23};
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = code.charAt(i);
            int value = c <= '9' ? c - '0' : c - 'A';
            sum += i % 2 == 0 ? odd[value] : value;
        }
        String all = code.append((char) ('A' + sum % 26)).toString();
        return random.nextInt(5) == 0 ? all.toLowerCase(Locale.ROOT) : all;
    }

    String luxembourgish() {
        String eleven = year + two(month) + two(day) + digits(3);
        String luhn = luhn(eleven);
        for (int check = 0; check < 10; check++) {
            char[] all = (eleven + check).toCharArray();
            if (CheckDigits.verhoeff(all, 0, 12)) {
                return luhn + check;
            }
        }
        throw new IllegalStateException();
    }

    private String polish() {
        String ten = two(year % 100) + two(year >= 2000 ? month + 20 : month) + two(day) + digits(4);
        return ten + (10 - sum(ten, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3) % 10) % 10;
    }

    private String czech() {
        year = Math.max(year, 1954);
        while (true) {
            String nine = two(year % 100) + two(random.nextBoolean() ? month : month + 50) + two(day) + digits(3);
            int check = (int) (Long.parseLong(nine + "0") % 11);
            int digit = (11 - check) % 11;
            if (digit < 10) {
                return nine.substring(0, 6) + pick("/", "/", "") + nine.substring(6) + digit;
            }
        }
    }

    private String hungarianTax() {
        while (true) {
            String nine = "8" + (26_000 + random.nextInt(24_000)) + digits(3);
            int check = sum(nine, 1, 2, 3, 4, 5, 6, 7, 8, 9) % 11;
            if (check < 10) {
                return nine + check;
            }
        }
    }

    private String hungarianHealth() {
        String eight = digits(8);
        String all = eight + sum(eight, 3, 7, 3, 7, 3, 7, 3, 7) % 10;
        return pick(all, all.substring(0, 3) + " " + all.substring(3, 6) + " " + all.substring(6));
    }

    /// Sex and century, date, number; weights rise for those born before 1997 and fall for the others.
    private String hungarianPerson() {
        while (true) {
            boolean young = year >= 1997;
            String ten = (year >= 2000 ? pick("3", "4") : pick("1", "2"))
                    + two(year % 100)
                    + two(month)
                    + two(day)
                    + digits(3);
            int check =
                    young ? sum(ten, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 11 : sum(ten, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10) % 11;
            if (check < 10) {
                return ten.charAt(0) + "-" + ten.substring(1, 7) + "-" + ten.substring(7) + check;
            }
        }
    }

    private String romanian() {
        String twelve = (year >= 2000 ? pick("5", "6") : pick("1", "2"))
                + two(year % 100)
                + two(month)
                + two(day)
                + two(1 + random.nextInt(46))
                + digits(3);
        int check = sum(twelve, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
        return twelve + (check == 10 ? 1 : check);
    }

    private String bulgarian() {
        String nine = two(year % 100) + two(year >= 2000 ? month + 40 : month) + two(day) + digits(3);
        return nine + sum(nine, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10;
    }

    private String croatian() {
        String ten = digits(10);
        return ten + mod1110(ten);
    }

    private String slovene() {
        while (true) {
            String twelve = two(day) + two(month) + String.format(Locale.ROOT, "%03d", year % 1000) + "50" + digits(3);
            int check = 11 - sum(twelve, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
            if (check != 10) {
                return twelve + check % 11;
            }
        }
    }

    private String slovenianTax() {
        while (true) {
            String seven = (1 + random.nextInt(9)) + digits(6);
            int check = 11 - sum(seven, 8, 7, 6, 5, 4, 3, 2) % 11;
            if (check != 11) {
                return seven + check % 10;
            }
        }
    }

    private String greekTax() {
        String eight = pick("0", "1", "2", "3", "4") + digits(7);
        return eight + sum(eight, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10;
    }

    private String cypriot() {
        String eight = "0" + digits(7);
        int[] odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            int digit = eight.charAt(i) - '0';
            sum += i % 2 == 0 ? odd[digit] : digit;
        }
        return eight + (char) ('A' + sum % 26);
    }

    String digits(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }

    static int sum(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (digits.charAt(i) - '0');
        }
        return sum;
    }

    static String luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int value = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? 2 * value : value;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return digits + (10 - sum % 10) % 10;
    }

    String pick(String... from) {
        return from[random.nextInt(from.length)];
    }
}
