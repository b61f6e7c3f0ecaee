package dev.gatehouse.server.settings.keys;

import dev.gatehouse.net.Network;
import java.net.URI;
import java.time.Duration;
import java.time.Period;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The kinds of text that settings are written in.
public final class Formats {
    private static final Map<String, Duration> TIMES = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private static final Map<String, Long> SIZES = Map.of("B", 1L, "KB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30);

    public static final Format<Duration> DURATION = new Format<>(
            "duration",
            "a time such as `30s`, `10m`, `8h` or `90d`",
            "^[0-9]{1,9}(ms|s|m|h|d)$",
            text -> amount(text, TIMES).map(amount -> amount.unit().multipliedBy(amount.count())));

    public static final Format<Period> PERIOD =
            new Format<>("period", "a period such as `90d`, `12mo` or `7y`", "^[0-9]{1,5}(d|w|mo|y)$", Formats::period);

    public static final Format<Long> SIZE = new Format<>(
            "size",
            "a size such as `64KB`, `64MB` or `1GB`",
            "^[0-9]{1,9}(B|KB|MB|GB)$",
            text -> amount(text, SIZES).map(amount -> amount.unit() * amount.count()));

    /// Whatever is held in memory as a whole; an array cannot be much larger.
    public static final Format<Integer> SIZE_IN_MEMORY = new Format<>(
            "size in memory",
            "a size of 1GB at most, such as `64KB` or `64MB`",
            SIZE.pattern(),
            text -> SIZE.read(text)
                    .filter(bytes -> bytes > 0 && bytes <= 1L << 30)
                    .map(Math::toIntExact));

    public static final Format<Integer> PERCENT = new Format<>(
            "percent",
            "a percentage such as `10%`",
            "^[0-9]{1,3}%$",
            matching("[0-9]{1,3}%", text -> Integer.parseInt(text.substring(0, text.length() - 1))));

    public static final Format<String> NAME = new Format<>(
            "name",
            "a name of letters, digits, `.`, `_` and `-`, such as `shop` or `eu-1`",
            "^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$",
            matching("[A-Za-z0-9][A-Za-z0-9._-]{0,62}", text -> text));

    public static final Format<HostPort> ADDRESS = new Format<>(
            "address", "an address such as `0.0.0.0:6432` or `[::1]:6432`", "^.+:[0-9]{1,5}$", HostPort::parse);

    public static final Format<Network> NETWORK = new Format<>(
            "network",
            "an address or a range such as `10.0.0.0/8` or `::1`",
            "^[0-9A-Fa-f.:]+(/[0-9]{1,3})?$",
            Network::parse);

    public static final Format<URI> URL = new Format<>(
            "url", "a URL such as `https://idp.example.com`", "^https?://.+", text -> Formats.url(text, "https?"));

    /// A URL that holds no secret as far as can be told: no user, no query, and not where services that are known to
    /// put
    /// a token into the path receive.
    public static final Format<URI> OPEN_URL = new Format<>(
            "open-url",
            "a URL without a secret in it, such as `https://chat.example.com/gatehouse`",
            "^https?://[^@?]+$",
            text -> Formats.url(text, "https?").filter(Formats::open));

    public static final Format<String> MAIL = new Format<>(
            "mail",
            "a mail address such as `leads@example.com`",
            "^[^@\\s<>,;]+@[^@\\s<>,;]+$",
            matching("[^@\\s<>,;]+@[^@\\s<>,;]+", text -> text));

    private static final Pattern TOKEN_IN_PATH = Pattern.compile(
            ".*(slack\\.com|office\\.com|office365\\.com|azure\\.com|powerplatform\\.com|discord\\.com|discordapp\\.com)$");

    private static boolean open(URI url) {
        return url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getHost() != null
                && !TOKEN_IN_PATH
                        .matcher(url.getHost().toLowerCase(Locale.ROOT))
                        .matches();
    }

    public static final Format<String> COLUMN = new Format<>(
            "column",
            "`table.column` or `schema.table.column`, where `*` stands for any characters",
            "^[^.]+(\\.[^.]+){1,2}$",
            matching("[^.\\s]+(\\.[^.\\s]+){1,2}", text -> text));

    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,9})([A-Za-z]+)");

    private Formats() {}

    private record Amount<U>(long count, U unit) {}

    private static <U> Optional<Amount<U>> amount(String text, Map<String, U> units) {
        var matcher = AMOUNT.matcher(text);
        return matcher.matches() && units.containsKey(matcher.group(2))
                ? Optional.ofNullable(units.get(matcher.group(2)))
                        .map(unit -> new Amount<>(Long.parseLong(matcher.group(1)), unit))
                : Optional.empty();
    }

    private static Optional<Period> period(String text) {
        var matcher = AMOUNT.matcher(text);
        if (!matcher.matches() || matcher.group(1).length() > 5) {
            return Optional.empty();
        }
        int count = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "d" -> Optional.of(Period.ofDays(count));
            case "w" -> Optional.of(Period.ofWeeks(count));
            case "mo" -> Optional.of(Period.ofMonths(count));
            case "y" -> Optional.of(Period.ofYears(count));
            default -> Optional.empty();
        };
    }

    static Optional<URI> url(String text, String scheme) {
        try {
            var uri = URI.create(text);
            return uri.getHost() != null
                            && uri.getScheme() != null
                            && uri.getScheme().matches(scheme)
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static <T> Function<String, Optional<T>> matching(String pattern, Function<String, T> meaning) {
        var compiled = Pattern.compile(pattern);
        return text -> compiled.matcher(text).matches() ? Optional.of(meaning.apply(text)) : Optional.empty();
    }
}
