package dev.gatehouse.masking;

import dev.gatehouse.model.Category;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Shows a little of a value, so that somebody who knows it can recognise it: `j***@e***.com`, the last four digits of
/// a card or a phone, the country of an IBAN. What does not look as its category says is redacted.
final class Partial {
    static final String HIDDEN = "***";

    /// One address and nothing around it: what follows the last dot is shown, so it may only be a top-level domain.
    private static final Pattern ADDRESS = Pattern.compile(
            "[^\\s\\p{Cntrl}].*@[\\p{L}\\p{M}\\p{N}.-]+\\.(\\p{L}[\\p{L}\\p{M}]{0,23}|xn--[a-zA-Z0-9-]{1,59})");

    private static final Pattern ACCOUNT = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}'’.-]+( \\p{L}[\\p{L}\\p{M}'’.-]+){0,3}");
    private static final Pattern MAC = Pattern.compile("(?i)([0-9a-f]{2}[:-]){5}[0-9a-f]{2}");
    private static final Pattern IPV4 = Pattern.compile("[0-9.]{7,15}");
    private static final Pattern IPV6 = Pattern.compile("(?i)[0-9a-f:]{4,39}");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
    private static final Pattern GAP = Pattern.compile("[ -]");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private Partial() {}

    static String of(Set<Category> categories, String value) {
        if (categories.size() != 1) {
            return Masker.REDACTED;
        }
        var category = categories.iterator().next();
        if (category.equals(Category.EMAIL)) {
            return email(value);
        }
        if (category.equals(Category.CARD) || category.equals(Category.PHONE)) {
            return lastFour(value);
        }
        if (category.equals(Category.IBAN)) {
            return iban(value);
        }
        return switch (category.name()) {
            case "identity.name" -> name(value);
            case "identity.birth-date" -> year(value);
            case "national-id" -> lastFour(value);
            case "network.ip" -> network(value, value.indexOf(':') < 0 ? "." : ":");
            case "network.mac" ->
                MAC.matcher(value).matches() ? value.substring(0, 9).replace('-', ':') + HIDDEN : Masker.REDACTED;
            default -> Masker.REDACTED;
        };
    }

    /// The initials of up to four words of letters.
    private static String name(String value) {
        if (!NAME.matcher(value).matches()) {
            return Masker.REDACTED;
        }
        return Arrays.stream(value.split(" ", -1))
                .map(word -> firstOf(word, 0) + HIDDEN)
                .collect(Collectors.joining(" "));
    }

    private static String year(String value) {
        return DAY.matcher(value).matches() ? value.substring(0, 4) + "-**-**" : Masker.REDACTED;
    }

    /// Half of an address: two parts of four, or three of eight.
    private static String network(String value, String separator) {
        String[] parts = value.split(Pattern.quote(separator), -1);
        if (separator.equals(".")) {
            return parts.length == 4 && IPV4.matcher(value).matches()
                    ? parts[0] + "." + parts[1] + "." + HIDDEN
                    : Masker.REDACTED;
        }
        return parts.length > 3 && IPV6.matcher(value).matches()
                ? parts[0] + ":" + parts[1] + ":" + HIDDEN
                : Masker.REDACTED;
    }

    private static String email(String value) {
        int at = value.lastIndexOf('@');
        int dot = value.lastIndexOf('.');
        if (at < 1 || dot < at + 2 || !ADDRESS.matcher(value).matches()) {
            return Masker.REDACTED;
        }
        return firstOf(value, 0) + HIDDEN + "@" + firstOf(value, at + 1) + HIDDEN + value.substring(dot);
    }

    private static String firstOf(String value, int index) {
        return Character.toString(value.codePointAt(index));
    }

    private static String lastFour(String value) {
        String digits = NO_DIGIT.matcher(value).replaceAll("");
        return digits.length() < 8 ? Masker.REDACTED : HIDDEN + digits.substring(digits.length() - 4);
    }

    private static String iban(String value) {
        String compact = GAP.matcher(value).replaceAll("").toUpperCase(Locale.ROOT);
        return ACCOUNT.matcher(compact).matches() ? compact.substring(0, 2) + HIDDEN : Masker.REDACTED;
    }
}
