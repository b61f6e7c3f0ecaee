package dev.gatehouse.postgres.types;

import dev.gatehouse.masking.Masker;
import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.Format;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/// Masks values that are not text, so that they keep their type: whole numbers, dates, moments, UUIDs and IP addresses,
/// the same in text and binary format. Of other types, and of what is not written as expected, nothing is kept:
/// [MaskedConstants].
public final class TypedMask {
    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final long MICROSECONDS_PER_DAY = 86_400_000_000L;
    /// The address families of inet's binary form (PostgreSQL's inet.h).
    private static final int FAMILY_4 = 2;

    private TypedMask() {}

    /// Empty for SQL NULL.
    public static Optional<Slice> of(
            PgType type, Format format, Method method, Set<Category> categories, Slice value, Masker masker) {
        if (method == Method.NULL) {
            return Optional.empty();
        }
        Optional<Slice> kept =
                method == Method.REDACT ? Optional.empty() : kept(type, format, method, categories, value, masker);
        return kept.or(() -> MaskedConstants.of(type, format));
    }

    private static Optional<Slice> kept(
            PgType type, Format format, Method method, Set<Category> categories, Slice value, Masker masker) {
        try {
            return switch (type.category()) {
                case INTEGER -> whole(type, format, method, categories, value, masker);
                case DATE -> day(format, value, method, categories, masker);
                case TIMESTAMP -> moment(type, format, value, method, categories, masker);
                case UUID -> uuid(format, value, method, categories, masker);
                case NETWORK ->
                    type.oid() == BuiltInType.INET.oid
                            ? address(format, value, method, categories, masker)
                            : Optional.empty();
                case TEXT, NUMBER, BOOLEAN, TIME, INTERVAL, JSON, BYTES, XML, BIT, GEOMETRIC, MONEY, ARRAY, OTHER ->
                    Optional.empty();
            };
        } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException unexpected) {
            // Another DateStyle, infinity and the like.
            return Optional.empty();
        }
    }

    private static Optional<Slice> whole(
            PgType type, Format format, Method method, Set<Category> categories, Slice value, Masker masker) {
        int bytes = type.oid() == BuiltInType.INT2.oid ? 2 : type.oid() == BuiltInType.INT8.oid ? 8 : 4;
        long largest = bytes == 2 ? Short.MAX_VALUE : bytes == 4 ? Integer.MAX_VALUE : Long.MAX_VALUE;
        long plain = switch (format) {
            case TEXT -> Long.parseLong(value.utf8());
            case BINARY -> signed(value, bytes);
        };
        return masker.whole(method, categories, plain, largest).map(shown -> switch (format) {
            case TEXT -> Slice.utf8(Long.toString(shown));
            case BINARY -> binary(shown, bytes);
        });
    }

    private static long signed(Slice value, int bytes) {
        if (value.length() != bytes) {
            throw new IllegalArgumentException("not " + bytes + " bytes");
        }
        long number = value.at(0);
        for (int i = 1; i < bytes; i++) {
            number = number << 8 | value.at(i) & 0xff;
        }
        return number;
    }

    private static Slice binary(long number, int bytes) {
        byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
        return Slice.of(all, Long.BYTES - bytes, bytes);
    }

    private static Optional<Slice> day(
            Format format, Slice value, Method method, Set<Category> categories, Masker masker) {
        LocalDate plain = switch (format) {
            case TEXT -> LocalDate.parse(value.utf8());
            case BINARY -> EPOCH.plusDays(signed(value, 4));
        };
        return masker.day(method, categories, plain).map(shown -> switch (format) {
            case TEXT -> Slice.utf8(shown.toString());
            case BINARY -> binary(EPOCH.until(shown, ChronoUnit.DAYS), 4);
        });
    }

    /// A moment becomes the start of a day.
    private static Optional<Slice> moment(
            PgType type, Format format, Slice value, Method method, Set<Category> categories, Masker masker) {
        boolean zoned = type.oid() == BuiltInType.TIMESTAMPTZ.oid;
        LocalDate plain = switch (format) {
            case TEXT -> LocalDate.parse(value.utf8().substring(0, 10));
            case BINARY -> EPOCH.plusDays(Math.floorDiv(signed(value, 8), MICROSECONDS_PER_DAY));
        };
        return masker.day(method, categories, plain).map(shown -> switch (format) {
            case TEXT -> Slice.utf8(shown + " 00:00:00" + (zoned ? "+00" : ""));
            case BINARY -> binary(EPOCH.until(shown, ChronoUnit.DAYS) * MICROSECONDS_PER_DAY, 8);
        });
    }

    private static Optional<Slice> uuid(
            Format format, Slice value, Method method, Set<Category> categories, Masker masker) {
        byte[] plain = switch (format) {
            case TEXT -> HexFormat.of().parseHex(value.utf8().replace("-", ""));
            case BINARY -> value.toBytes();
        };
        return masker.uuid(method, categories, plain).map(shown -> switch (format) {
            case TEXT -> Slice.utf8(written(shown));
            case BINARY -> Slice.of(shown);
        });
    }

    private static String written(byte[] uuid) {
        String hex = HexFormat.of().formatHex(uuid);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                + hex.substring(16, 20) + "-" + hex.substring(20);
    }

    private static Optional<Slice> address(
            Format format, Slice value, Method method, Set<Category> categories, Masker masker) {
        byte[] plain = switch (format) {
            case TEXT ->
                java.net.InetAddress.ofLiteral(value.utf8().replaceFirst("/.*", ""))
                        .getAddress();
            case BINARY -> value.from(4).toBytes();
        };
        return masker.address(method, categories, plain).map(shown -> switch (format) {
            case TEXT -> Slice.of(literal(shown).getBytes(StandardCharsets.US_ASCII));
            case BINARY -> binary(shown);
        });
    }

    private static String literal(byte[] address) {
        try {
            return java.net.InetAddress.getByAddress(address).getHostAddress();
        } catch (java.net.UnknownHostException impossible) {
            throw new IllegalArgumentException("not 4 or 16 bytes", impossible);
        }
    }

    /// Family, bits of the network's mask, whether cidr, length, address.
    private static Slice binary(byte[] address) {
        byte[] value = new byte[4 + address.length];
        value[0] = (byte) (address.length == 4 ? FAMILY_4 : FAMILY_4 + 1);
        value[1] = (byte) (8 * address.length);
        value[3] = (byte) address.length;
        System.arraycopy(address, 0, value, 4, address.length);
        return Slice.of(value);
    }
}
