package dev.gatehouse.model;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A random 128-bit name of a session, an operation, a request, a block or a credential.
///
/// As text it is 26 characters of Crockford's base 32 in lower case: no padding, no look-alikes, safe in a URL and in a
/// user name.
public record Id(long high, long low) implements Comparable<Id> {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int TEXT_LENGTH = 26;

    public static final int BYTES = 16;

    /// A new id. `random` must be cryptographically strong where ids must not be guessed.
    public static Id random(RandomGenerator random) {
        // In one call: a strong generator pays for each.
        var sixteen = new byte[BYTES];
        random.nextBytes(sixteen);
        return of(sixteen);
    }

    public static Id of(byte[] sixteen) {
        var buffer = ByteBuffer.wrap(sixteen);
        return new Id(buffer.getLong(), buffer.getLong());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
    }

    /// The id written as `text`, or empty when `text` is not one (wrong length, characters or overflow).
    public static Optional<Id> parse(String text) {
        if (text.length() != TEXT_LENGTH || ALPHABET.indexOf(text.charAt(0)) > 7) {
            return Optional.empty();
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < TEXT_LENGTH; i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            high = (high << 5) | (low >>> 59);
            low = (low << 5) | digit;
        }
        return Optional.of(new Id(high, low));
    }

    @Override
    public int compareTo(Id other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        var text = new char[TEXT_LENGTH];
        long h = high;
        long l = low;
        for (int i = TEXT_LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (l & 31));
            l = (l >>> 5) | (h << 59);
            h >>>= 5;
        }
        return new String(text);
    }
}
