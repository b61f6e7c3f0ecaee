package dev.gatehouse.postgres.types;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.Format;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Masks dates, moments and times of day so that they stay such. Other ways of writing than ISO (DateStyle) are an
/// [IllegalArgumentException] or a [java.time.DateTimeException].
final class TimeMask {
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final long MICROSECONDS_PER_DAY = 86_400_000_000L;
    private static final long FIRST_DAY = EPOCH.until(LocalDate.of(1, 1, 1), ChronoUnit.DAYS);
    private static final long LAST_DAY = EPOCH.until(LocalDate.of(9999, 12, 31), ChronoUnit.DAYS);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

    private TimeMask() {}

    static Optional<Slice> day(Format format, Slice value, MaskWith with) {
        LocalDate plain = switch (format) {
            case TEXT -> LocalDate.parse(value.utf8());
            case BINARY -> day(Bytes.signed(value, 4));
        };
        return with.masker().day(with.method(), with.categories(), plain).map(shown -> switch (format) {
            case TEXT -> Slice.utf8(shown.toString());
            case BINARY -> Bytes.binary(EPOCH.until(shown, ChronoUnit.DAYS), 4);
        });
    }

    /// A moment becomes the start of a day, in UTC where it has a zone.
    static Optional<Slice> moment(PgType type, Format format, Slice value, MaskWith with) {
        boolean zoned = type.oid() == BuiltInType.TIMESTAMPTZ.oid;
        LocalDate plain = switch (format) {
            case TEXT -> zoned ? utc(value.utf8()) : local(value.utf8());
            case BINARY -> day(Math.floorDiv(Bytes.signed(value, 8), MICROSECONDS_PER_DAY));
        };
        return with.masker().day(with.method(), with.categories(), plain).map(shown -> switch (format) {
            case TEXT -> Slice.utf8(shown + " 00:00:00" + (zoned ? "+00" : ""));
            case BINARY -> Bytes.binary(EPOCH.until(shown, ChronoUnit.DAYS) * MICROSECONDS_PER_DAY, 8);
        });
    }

    /// Only years that both formats can say without more.
    private static LocalDate day(long days) {
        if (days < FIRST_DAY || days > LAST_DAY) {
            throw new IllegalArgumentException("infinite, or before or after the years of four digits");
        }
        return EPOCH.plusDays(days);
    }

    private static LocalDate local(String text) {
        if (text.endsWith(" BC")) {
            throw new IllegalArgumentException("before the years of four digits");
        }
        return LocalDate.parse(text.substring(0, 10));
    }

    /// The same day whatever the session's time zone is: what binary says.
    private static LocalDate utc(String text) {
        int sign = Math.max(text.indexOf('+', 11), text.indexOf('-', 11));
        if (sign < 0 || !text.startsWith(" ", 10)) {
            throw new IllegalArgumentException("no ISO moment with a zone");
        }
        var local = LocalDate.parse(text.substring(0, 10)).atTime(LocalTime.parse(text.substring(11, sign)));
        return local.minusSeconds(java.time.ZoneOffset.of(text.substring(sign)).getTotalSeconds())
                .toLocalDate();
    }

    /// A time of day; one with a zone becomes one in UTC.
    static Optional<Slice> time(PgType type, Format format, Slice value, MaskWith with) {
        boolean zoned = type.oid() == BuiltInType.TIMETZ.oid;
        String text = format == Format.TEXT ? value.utf8() : "";
        LocalTime plain = switch (format) {
            case TEXT -> LocalTime.parse(zoned ? text.substring(0, zone(text)) : text);
            case BINARY -> LocalTime.ofNanoOfDay(1_000 * Bytes.signed(value.part(0, 8), 8));
        };
        return with.masker().time(with.method(), with.categories(), plain).map(shown -> switch (format) {
            case TEXT -> Slice.utf8(SECONDS.format(shown) + (zoned ? "+00" : ""));
            case BINARY -> binary(shown, zoned);
        });
    }

    private static int zone(String text) {
        int sign = Math.max(text.indexOf('+'), text.indexOf('-'));
        if (sign < 0) {
            throw new IllegalArgumentException("no zone");
        }
        return sign;
    }

    private static Slice binary(LocalTime time, boolean zoned) {
        byte[] shown = new byte[zoned ? 12 : 8];
        byte[] micros = Bytes.binary(time.toNanoOfDay() / 1_000, 8).toBytes();
        System.arraycopy(micros, 0, shown, 0, 8);
        return Slice.of(shown);
    }
}
