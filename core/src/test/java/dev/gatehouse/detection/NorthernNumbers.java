package dev.gatehouse.detection;

import java.util.Locale;
import java.util.Random;

/// Numbers of the Nordic and Baltic states, the British isles, the Low Countries, Portugal and the United States.
final class NorthernNumbers {
    private final Random random;
    private final StateNumbers all;

    NorthernNumbers(Random random, StateNumbers all) {
        this.random = random;
        this.all = all;
    }

    String swedish() {
        String ten = StateNumbers.luhn(all.two(all.year % 100) + all.two(all.month) + all.two(all.day) + all.digits(3));
        String century = all.pick("", String.valueOf(all.year / 100), "");
        return century + ten.substring(0, 6) + (century.isEmpty() ? "-" : all.pick("-", "")) + ten.substring(6);
    }

    String norwegian() {
        while (true) {
            String nine = all.two(all.day) + all.two(all.month) + all.two(all.year % 100) + all.digits(3);
            int first = 11 - StateNumbers.sum(nine, 3, 7, 6, 1, 8, 9, 4, 5, 2) % 11;
            int second = 11 - StateNumbers.sum(nine + first % 11, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
            if (first != 10 && second != 10) {
                return nine.substring(0, 6) + all.pick("", "", " ") + nine.substring(6) + first % 11 + second % 11;
            }
        }
    }

    String finnish() {
        String date = all.two(all.day) + all.two(all.month) + all.two(all.year % 100);
        String three = String.format(Locale.ROOT, "%03d", 2 + random.nextInt(898));
        char check = "0123456789ABCDEFHJKLMNPRSTUVWXY".charAt((int) (Long.parseLong(date + three) % 31));
        return date + (all.year >= 2000 ? all.pick("A", "B") : all.pick("-", "-", "Y")) + three + check;
    }

    String icelandic() {
        while (true) {
            String eight =
                    all.two(all.day) + all.two(all.month) + all.two(all.year % 100) + all.two(20 + random.nextInt(80));
            int check = 11 - StateNumbers.sum(eight, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
            if (check != 10) {
                return eight.substring(0, 6)
                        + all.pick("-", "")
                        + eight.substring(6)
                        + check % 11
                        + (all.year >= 2000 ? "0" : "9");
            }
        }
    }

    String baltic() {
        String ten = (all.year >= 2000 ? all.pick("5", "6") : all.pick("3", "4"))
                + all.two(all.year % 100)
                + all.two(all.month)
                + all.two(all.day)
                + all.digits(3);
        int check = StateNumbers.sum(ten, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
        check = check < 10 ? check : StateNumbers.sum(ten, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11;
        return ten + check % 10;
    }

    String latvian() {
        if (random.nextInt(3) == 0) {
            return "32" + all.digits(4) + all.pick("-", "") + all.digits(5);
        }
        while (true) {
            String ten = all.two(all.day)
                    + all.two(all.month)
                    + all.two(all.year % 100)
                    + (all.year >= 2000 ? "2" : "1")
                    + all.digits(3);
            int check = (1101 - StateNumbers.sum(ten, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)) % 11;
            if (check < 10) {
                return ten.substring(0, 6) + all.pick("-", "-", "") + ten.substring(6) + check;
            }
        }
    }

    String irish() {
        String seven = all.digits(7);
        String second = all.pick("", "A", "B", "");
        int sum = StateNumbers.sum(seven, 8, 7, 6, 5, 4, 3, 2)
                + (second.isEmpty() ? 0 : 9 * (second.charAt(0) - 'A' + 1));
        return seven + "WABCDEFGHIJKLMNOPQRSTUV".charAt(sum % 23) + second;
    }

    String british() {
        String two = all.pick("AB", "CE", "JG", "NS", "SP", "PX", "WM", "LZ");
        String six = all.digits(6);
        String last = all.pick("A", "B", "C", "D");
        return all.pick(
                two + six + last,
                two + " " + six.substring(0, 2) + " " + six.substring(2, 4) + " " + six.substring(4) + " " + last);
    }

    String american() {
        String area = String.format(Locale.ROOT, "%03d", 1 + random.nextInt(665));
        return area + "-" + all.two(1 + random.nextInt(99)) + "-"
                + String.format(Locale.ROOT, "%04d", 1 + random.nextInt(9999));
    }

    String portuguese() {
        String eight = all.pick("1", "2", "3") + all.digits(7);
        int check = 11 - StateNumbers.sum(eight, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return eight + (check > 9 ? 0 : check);
    }

    String dutch() {
        while (true) {
            String eight = (1 + random.nextInt(9)) + all.digits(7);
            int check = StateNumbers.sum(eight, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
            if (check < 10) {
                return eight + check;
            }
        }
    }

    String belgian() {
        String nine = all.two(all.year % 100) + all.two(all.month) + all.two(all.day) + all.digits(3);
        long base = Long.parseLong((all.year >= 2000 ? "2" : "") + nine);
        String key = all.two((int) (97 - base % 97));
        return random.nextBoolean()
                ? nine + key
                : nine.substring(0, 2) + "." + nine.substring(2, 4) + "." + nine.substring(4, 6) + "-"
                        + nine.substring(6) + "." + key;
    }
}
