package dev.gatehouse.cli.commands;

import dev.gatehouse.cli.CommandFailed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Points in time as users write them: `2026-03-01`, `2026-03-01T12:00:00Z`, or a length of time ago such as `2h`.
final class Times {
    private static final Pattern AGO = Pattern.compile("([0-9]{1,6})([smhd])");

    private Times() {}

    static Instant parse(String option, String text, Instant now) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            long count = Long.parseLong(ago.group(1));
            return now.minus(
                    switch (ago.group(2)) {
                        case "s" -> Duration.ofSeconds(count);
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    });
        }
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException neither) {
            throw CommandFailed.usage(
                    option + " takes a time such as 2026-03-01, 2026-03-01T12:00:00Z or 2h (ago), not " + text + ".");
        }
    }
}
