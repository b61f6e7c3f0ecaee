package dev.gatehouse.postgres.types;

import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.Format;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.regex.Pattern;

/// Masks numbers so that they stay numbers of their type: whole ones, numeric, real, double precision and money. The
/// same value becomes the same in text and binary format.
final class NumberMask {
    private static final int GROUP = 10_000;
    private static final int LONGEST = 64;
    private static final int POSITIVE = 0;
    private static final int NEGATIVE = 0x4000;
    private static final long EXACT_FLOAT = 1 << 24;
    private static final long EXACT_DOUBLE = 1L << 53;
    private static final Pattern MONEY = Pattern.compile("-?\\$[0-9]{1,3}(,?[0-9]{3})*\\.[0-9]{2}");

    private NumberMask() {}

    static Optional<Slice> whole(PgType type, Format format, Slice value, MaskWith with) {
        int bytes = type.oid() == BuiltInType.INT2.oid ? 2 : type.oid() == BuiltInType.INT8.oid ? 8 : 4;
        long largest = bytes == 2 ? Short.MAX_VALUE : bytes == 4 ? Integer.MAX_VALUE : Long.MAX_VALUE;
        long plain = switch (format) {
            case TEXT -> Long.parseLong(value.utf8());
            case BINARY ->
                type.oid() == BuiltInType.OID.oid ? Bytes.signed(value, 4) & 0xffff_ffffL : Bytes.signed(value, bytes);
        };
        return with.masker()
                .whole(with.method(), with.categories(), plain, largest)
                .map(shown -> switch (format) {
                    case TEXT -> Slice.utf8(Long.toString(shown));
                    case BINARY -> Bytes.binary(shown, bytes);
                });
    }

    static Optional<Slice> fraction(PgType type, Format format, Slice value, MaskWith with) {
        if (type.oid() == BuiltInType.NUMERIC.oid) {
            BigDecimal plain = switch (format) {
                case TEXT -> new BigDecimal(value.utf8());
                case BINARY -> decoded(value);
            };
            return with.masker().number(with.method(), with.categories(), plain).map(shown -> switch (format) {
                case TEXT -> Slice.utf8(shown.toPlainString());
                case BINARY -> encoded(shown);
            });
        }
        return type.oid() == BuiltInType.FLOAT4.oid ? real(format, value, with) : doublePrecision(format, value, with);
    }

    private static Optional<Slice> real(Format format, Slice value, MaskWith with) {
        float plain = switch (format) {
            case TEXT -> Float.parseFloat(value.utf8());
            case BINARY -> Float.intBitsToFloat((int) Bytes.signed(value, 4));
        };
        return inexact(new BigDecimal(Float.toString(plain)), EXACT_FLOAT, with).map(shown -> switch (format) {
            case TEXT -> Slice.utf8(written(shown));
            case BINARY -> Bytes.binary(Float.floatToIntBits(shown.floatValue()), 4);
        });
    }

    private static Optional<Slice> doublePrecision(Format format, Slice value, MaskWith with) {
        double plain = switch (format) {
            case TEXT -> Double.parseDouble(value.utf8());
            case BINARY -> Double.longBitsToDouble(Bytes.signed(value, 8));
        };
        return inexact(new BigDecimal(Double.toString(plain)), EXACT_DOUBLE, with)
                .map(shown -> switch (format) {
                    case TEXT -> Slice.utf8(written(shown));
                    case BINARY -> Bytes.binary(Double.doubleToLongBits(shown.doubleValue()), 8);
                });
    }

    /// A number that the type holds exactly, so that it reads the same however it is sent.
    private static Optional<BigDecimal> inexact(BigDecimal plain, long exact, MaskWith with) {
        return switch (with.method()) {
            case GENERALISE -> with.masker().number(Method.GENERALISE, with.categories(), plain);
            case PSEUDONYM, HASH, FPE ->
                with.masker()
                        .number(Method.PSEUDONYM, with.categories(), plain)
                        .map(shown -> new BigDecimal(shown.unscaledValue().mod(BigInteger.valueOf(exact))));
            case CLEAR -> Optional.of(plain);
            case REDACT, NULL, PARTIAL -> Optional.empty();
        };
    }

    private static String written(BigDecimal shown) {
        return shown.precision() - shown.scale() > 15
                ? shown.stripTrailingZeros().toString()
                : shown.setScale(0, java.math.RoundingMode.DOWN).toPlainString();
    }

    static Optional<Slice> money(Format format, Slice value, MaskWith with) {
        long cents = switch (format) {
            case TEXT -> cents(value.utf8());
            case BINARY -> Bytes.signed(value, 8);
        };
        return with.masker()
                .whole(with.method(), with.categories(), cents, Long.MAX_VALUE)
                .map(shown -> switch (format) {
                    case TEXT ->
                        Slice.utf8((shown < 0 ? "-$" : "$")
                                + BigDecimal.valueOf(shown, 2).abs().toPlainString());
                    case BINARY -> Bytes.binary(shown, 8);
                });
    }

    private static long cents(String text) {
        if (!MONEY.matcher(text).matches()) {
            throw new IllegalArgumentException("money of another locale");
        }
        return Long.parseLong(text.replaceAll("[$,.]", ""));
    }

    /// numeric's binary form: how many groups of four digits, the first one's weight, sign, digits behind the point,
    /// and
    /// the groups.
    private static BigDecimal decoded(Slice value) {
        var in = ByteBuffer.wrap(value.array(), value.offset(), value.length());
        int groups = in.getShort();
        int weight = in.getShort();
        int sign = in.getShort() & 0xffff;
        int scale = in.getShort() & 0xffff;
        if (groups < 0 || groups > LONGEST || in.remaining() != 2 * groups || sign != POSITIVE && sign != NEGATIVE) {
            throw new IllegalArgumentException("infinite, no number, or too long to be looked at");
        }
        var digits = BigInteger.ZERO;
        for (int i = 0; i < groups; i++) {
            digits = digits.multiply(BigInteger.valueOf(GROUP)).add(BigInteger.valueOf(in.getShort()));
        }
        var plain = new BigDecimal(digits, 4 * (groups - 1 - weight)).setScale(scale, java.math.RoundingMode.DOWN);
        return sign == NEGATIVE ? plain.negate() : plain;
    }

    private static Slice encoded(BigDecimal number) {
        int behind = (number.scale() + 3) / 4;
        var rest = number.abs().movePointRight(4 * behind).toBigIntegerExact();
        var groups = new ArrayDeque<Short>();
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(GROUP));
            groups.addFirst(parts[1].shortValue());
            rest = parts[0];
        }
        int weight = groups.isEmpty() ? 0 : groups.size() - behind - 1;
        while (!groups.isEmpty() && groups.getLast() == 0) {
            groups.removeLast();
        }
        var out = ByteBuffer.allocate(8 + 2 * groups.size());
        out.putShort((short) groups.size()).putShort((short) weight);
        out.putShort((short) (number.signum() < 0 ? NEGATIVE : POSITIVE)).putShort((short) number.scale());
        groups.forEach(out::putShort);
        return Slice.of(out.array());
    }
}
