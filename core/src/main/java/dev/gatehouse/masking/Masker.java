package dev.gatehouse.masking;

import dev.gatehouse.model.Category;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Turns text into what somebody may see instead of it.
///
/// Pseudonyms are keyed (HMAC-SHA-256) and stable per key and category, so that equal values stay equal in an answer
/// and across answers, and nobody without the key can test a guess. Not safe for use by several threads.
public final class Masker {
    /// What a redacted text reads.
    public static final String REDACTED = "[redacted]";

    private static final LocalDate FIRST_DAY = LocalDate.of(1920, 1, 1);
    private static final long DAYS = 36_525;
    private static final long SECONDS_OF_DAY = 86_400;
    private static final long LARGEST_NUMBER = 1_000_000_000_000L;
    private static final byte[] DOCUMENTATION = {0x20, 0x01, 0x0d, (byte) 0xb8};

    static final byte[] REDACTED_BYTES = REDACTED.getBytes(StandardCharsets.UTF_8);

    private record Use(String what, Set<Category> categories) {}

    private final byte[] key;
    private final Map<Use, Keyed> keyed = new HashMap<>();
    private final FormatPreserving formatPreserving;

    /// @param pseudonymKey 32 bytes derived from the master key for this use only
    public Masker(byte[] pseudonymKey) {
        key = pseudonymKey.clone();
        // Keys of their own for whatever is not a pseudonym; no category is named like these.
        formatPreserving = new FormatPreserving(derived("\u0001fpe"));
    }

    private byte[] derived(String use) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(use.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", impossible);
        }
    }

    /// A mask for the texts of one column, which shares this one's thread.
    public TextMask texts(Method method, Set<Category> categories) {
        return new TextMask(this, method, categories);
    }

    Keyed keyed(String use, Set<Category> categories) {
        return keyed.computeIfAbsent(new Use(use, categories), _ -> new Keyed(key, use, categories));
    }

    /// The category that speaks for a set of them.
    static String named(Set<Category> categories) {
        return categories.stream().map(Category::name).sorted().findFirst().orElse("other");
    }

    /// The masked form of a text value, empty for SQL NULL.
    ///
    /// @param method any but `clear`
    public Optional<String> text(Method method, Set<Category> categories, String value) {
        return switch (method) {
            case CLEAR -> Optional.of(value);
            case NULL -> Optional.empty();
            case PARTIAL -> Optional.of(Partial.of(categories, value));
            case PSEUDONYM -> Optional.of(pseudonym(categories, value));
            case HASH -> Optional.of(Pseudonym.hash(tag("\u0001hash", categories, value)));
            case FPE -> formatPreserving.of(categories, value).or(() -> Optional.of(pseudonym(categories, value)));
            case GENERALISE -> Optional.of(Generalised.text(categories, value));
            case REDACT -> Optional.of(REDACTED);
        };
    }

    /// A whole number in place of another; empty where the method leaves nothing of it.
    ///
    /// @param largest the greatest that its type holds
    public Optional<Long> whole(Method method, Set<Category> categories, long value, long largest) {
        return switch (method) {
            case CLEAR -> Optional.of(value);
            case GENERALISE -> Optional.of(Generalised.bucket(value));
            case FPE ->
                formatPreserving
                        .of(categories, value, largest)
                        .or(() -> whole(Method.PSEUDONYM, categories, value, largest));
            case PSEUDONYM, HASH ->
                Optional.of((bits(tag("\u0001number", categories, Long.toString(value))) >>> 1) % largest);
            case REDACT, NULL, PARTIAL -> Optional.empty();
        };
    }

    /// A date in place of another: the first day of its year, or any of a hundred years.
    public Optional<LocalDate> day(Method method, Set<Category> categories, LocalDate value) {
        return switch (method) {
            case CLEAR -> Optional.of(value);
            case GENERALISE, PARTIAL -> Optional.of(value.withDayOfYear(1));
            case PSEUDONYM, HASH, FPE ->
                Optional.of(FIRST_DAY.plusDays((bits(tag("\u0001day", categories, value.toString())) >>> 1) % DAYS));
            case REDACT, NULL -> Optional.empty();
        };
    }

    /// A UUID of version 8 (RFC 9562) with a mark by which [MaskTraces] knows it.
    public Optional<byte[]> uuid(Method method, Set<Category> categories, byte[] value) {
        return switch (method) {
            case CLEAR -> Optional.of(value);
            case PSEUDONYM, HASH, FPE -> {
                byte[] shown = Arrays.copyOf(
                        tag("\u0001uuid", categories, HexFormat.of().formatHex(value)), 16);
                shown[6] = (byte) 0x8e;
                shown[7] = 0x17;
                shown[8] = (byte) (shown[8] & 0x3f | 0x80);
                yield Optional.of(shown);
            }
            case REDACT, NULL, PARTIAL, GENERALISE -> Optional.empty();
        };
    }

    /// An IP address in place of another: its network, or one that nobody has (class E, RFC 1112; documentation, RFC
    /// 3849).
    public Optional<byte[]> address(Method method, Set<Category> categories, byte[] value) {
        boolean four = value.length == 4;
        return switch (method) {
            case CLEAR -> Optional.of(value);
            case GENERALISE, PARTIAL -> {
                byte[] network = value.clone();
                Generalised.cut(network, four);
                yield Optional.of(network);
            }
            case PSEUDONYM, HASH, FPE -> {
                byte[] shown = Arrays.copyOf(
                        tag("\u0001address", categories, HexFormat.of().formatHex(value)), value.length);
                byte[] prefix = four ? new byte[] {(byte) (0xf0 | shown[0] & 0x0f)} : DOCUMENTATION;
                System.arraycopy(prefix, 0, shown, 0, prefix.length);
                yield Optional.of(shown);
            }
            case REDACT, NULL -> Optional.empty();
        };
    }

    /// A number with a fraction in place of another, with as many digits behind the point.
    public Optional<BigDecimal> number(Method method, Set<Category> categories, BigDecimal value) {
        int scale = Math.max(0, value.scale());
        return switch (method) {
            case CLEAR -> Optional.of(value);
            case GENERALISE -> Optional.of(Generalised.bucket(value).setScale(scale));
            case FPE -> digits(categories, value).or(() -> number(Method.PSEUDONYM, categories, value));
            case PSEUDONYM, HASH -> {
                // 1.5 and 1.50 are equal in SQL.
                String plain = value.stripTrailingZeros().toPlainString();
                long shown = (bits(tag("\u0001number", categories, plain)) >>> 1) % LARGEST_NUMBER;
                yield Optional.of(BigDecimal.valueOf(shown, scale));
            }
            case REDACT, NULL, PARTIAL -> Optional.empty();
        };
    }

    private Optional<BigDecimal> digits(Set<Category> categories, BigDecimal value) {
        BigInteger unscaled = value.unscaledValue();
        return value.scale() < 0 || unscaled.bitLength() > 62
                ? Optional.empty()
                : formatPreserving
                        .of(categories, unscaled.longValueExact(), Long.MAX_VALUE)
                        .map(shown -> BigDecimal.valueOf(shown, value.scale()));
    }

    /// A time of day in place of another: the full hour, or any second.
    public Optional<LocalTime> time(Method method, Set<Category> categories, LocalTime value) {
        return switch (method) {
            case CLEAR -> Optional.of(value);
            case GENERALISE, PARTIAL -> Optional.of(value.truncatedTo(ChronoUnit.HOURS));
            case PSEUDONYM, HASH, FPE ->
                Optional.of(LocalTime.ofSecondOfDay(
                        (bits(tag("\u0001time", categories, value.toString())) >>> 1) % SECONDS_OF_DAY));
            case REDACT, NULL -> Optional.empty();
        };
    }

    /// A hardware address in place of another: its maker, or one that is administered locally (IEEE 802).
    ///
    /// @param value 6 or 8 bytes
    public Optional<byte[]> hardware(Method method, Set<Category> categories, byte[] value) {
        return switch (method) {
            case CLEAR -> Optional.of(value);
            case GENERALISE, PARTIAL -> Optional.of(Arrays.copyOf(Arrays.copyOf(value, 3), value.length));
            case PSEUDONYM, HASH, FPE -> {
                byte[] shown = Arrays.copyOf(
                        tag("\u0001hardware", categories, HexFormat.of().formatHex(value)), value.length);
                shown[0] = (byte) (shown[0] & 0xfc | 2);
                yield Optional.of(shown);
            }
            case REDACT, NULL -> Optional.empty();
        };
    }

    /// 32 bytes in place of any number of them.
    public Optional<byte[]> bytes(Method method, Set<Category> categories, byte[] value) {
        return switch (method) {
            case CLEAR -> Optional.of(value);
            case PSEUDONYM, HASH, FPE -> {
                byte[] shown = new byte[Keyed.BYTES];
                keyed("\u0001bytes", categories).tag(value, 0, value.length, shown);
                yield Optional.of(shown);
            }
            case REDACT, NULL, PARTIAL, GENERALISE -> Optional.empty();
        };
    }

    private static long bits(byte[] tag) {
        return ByteBuffer.wrap(tag).getLong();
    }

    private String pseudonym(Set<Category> categories, String value) {
        return Pseudonym.of(named(categories), tag("", categories, value));
    }

    private byte[] tag(String use, Set<Category> categories, String value) {
        return keyed(use, categories).tag(value);
    }
}
