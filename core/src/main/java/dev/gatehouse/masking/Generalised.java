package dev.gatehouse.masking;

import dev.gatehouse.model.Category;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes a value coarser: a date its year, a post code its beginning, a number the power of ten it lies in, an IP
/// address its network. Texts are written with `≈` in front, so that they are known when they come back.
final class Generalised {
    static final String ABOUT = "≈";

    private static final Pattern YEAR = Pattern.compile("(?<![0-9])(18|19|20)[0-9]{2}(?![0-9])");
    private static final Pattern DATE = Pattern.compile("[0-9]{1,4}[-./ ][0-9\\p{L} .-]{1,14}[-./ ][0-9]{1,4}.{0,20}");
    private static final Pattern POST_CODE = Pattern.compile("(?<![0-9A-Za-z])[0-9]{2}(?=[0-9]{2,3}(?![0-9]))");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");
    private static final Set<String> MEASURED = Set.of("identity.profile", "location", "health", "other");

    private Generalised() {}

    static String text(Set<Category> categories, String value) {
        if (categories.size() != 1) {
            return Masker.REDACTED;
        }
        String category = categories.iterator().next().name();
        String shown = switch (category) {
            case "identity.birth-date" -> first(YEAR, value);
            case "contact.address" -> first(POST_CODE, value);
            case "network.ip" -> network(value);
            default -> MEASURED.contains(category) ? measured(value) : "";
        };
        return shown.isEmpty() ? Masker.REDACTED : ABOUT + shown;
    }

    private static String measured(String value) {
        if (NUMBER.matcher(value).matches()) {
            return Long.toString(bucket((long) Double.parseDouble(value)));
        }
        return DATE.matcher(value).matches() ? first(YEAR, value) : "";
    }

    private static String first(Pattern pattern, String value) {
        Matcher matcher = pattern.matcher(value);
        return matcher.find() ? matcher.group() : "";
    }

    /// The first digit and zeros behind it: 37 is 30, 1234 is 1000.
    static long bucket(long value) {
        long power = 1;
        while (value / power >= 10 || value / power <= -10) {
            power *= 10;
        }
        return value / power * power;
    }

    static BigDecimal bucket(BigDecimal value) {
        int zeros = value.precision() - value.scale() - 1;
        return value.signum() == 0 || zeros < 0
                ? BigDecimal.ZERO
                : value.movePointLeft(zeros).setScale(0, RoundingMode.DOWN).movePointRight(zeros);
    }

    private static String network(String value) {
        try {
            InetAddress address = InetAddress.ofLiteral(value.strip());
            boolean four = address instanceof Inet4Address;
            byte[] bytes = address.getAddress();
            cut(bytes, four);
            return InetAddress.getByAddress(bytes).getHostAddress() + (four ? "/24" : "/48");
        } catch (IllegalArgumentException | java.net.UnknownHostException noAddress) {
            return "";
        }
    }

    /// Clears what lies beyond /24 or /48.
    static void cut(byte[] address, boolean four) {
        for (int i = four ? 3 : 6; i < address.length; i++) {
            address[i] = 0;
        }
    }
}
