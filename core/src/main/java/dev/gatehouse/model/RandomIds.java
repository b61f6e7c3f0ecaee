package dev.gatehouse.model;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Ids from a generator of which each call costs, drawn many at a time. Thread-safe.
public final class RandomIds implements IdSource {
    private static final int AT_A_TIME = 64;

    private final RandomGenerator random;
    private final byte[] drawn = new byte[AT_A_TIME * Id.BYTES];
    private int used = drawn.length;

    /// @param random cryptographically strong where ids must not be guessed
    public RandomIds(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public synchronized Id next() {
        if (used == drawn.length) {
            random.nextBytes(drawn);
            used = 0;
        }
        used += Id.BYTES;
        return Id.of(Arrays.copyOfRange(drawn, used - Id.BYTES, used));
    }
}
