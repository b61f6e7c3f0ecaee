package dev.gatehouse.masking;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// Format-preserving encryption FF1 (NIST SP 800-38G): numerals of a radix become as many numerals of that radix.
///
/// Only for domains of a million or more, as the standard's revision demands; the caller sees to that with
/// [#largeEnough]. Not safe for use by several threads.
final class Ff1 {
    private static final int ROUNDS = 10;
    private static final int BLOCK = 16;
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private final Cipher aes;

    /// @param key 16, 24 or 32 bytes
    Ff1(byte[] key) {
        try {
            // One block at a time: the chaining is done here, as the standard describes it.
            aes = Cipher.getInstance("AES/ECB/NoPadding");
            aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("AES is part of every JDK", impossible);
        }
    }

    static boolean largeEnough(int radix, int length) {
        return length >= 2 && BigInteger.valueOf(radix).pow(length).compareTo(MILLION) >= 0;
    }

    /// @param numerals each below `radix`; stays as it is
    int[] encrypt(int radix, byte[] tweak, int[] numerals) {
        int length = numerals.length;
        int half = length / 2;
        int rest = length - half;
        int bytes =
                (BigInteger.valueOf(radix).pow(rest).subtract(BigInteger.ONE).bitLength() + 7) / 8;
        byte[] first = first(radix, half, length, tweak.length);
        BigInteger left = number(radix, numerals, 0, half);
        BigInteger right = number(radix, numerals, half, length);
        for (int round = 0; round < ROUNDS; round++) {
            BigInteger modulus = BigInteger.valueOf(radix).pow(round % 2 == 0 ? half : rest);
            BigInteger sum = left.add(keyed(first, tweak, round, right, bytes)).mod(modulus);
            left = right;
            right = sum;
        }
        int[] result = new int[length];
        write(radix, left, result, 0, half);
        write(radix, right, result, half, length);
        return result;
    }

    /// The block P of the standard.
    private static byte[] first(int radix, int half, int length, int tweak) {
        byte[] block = new byte[BLOCK];
        block[0] = 1;
        block[1] = 2;
        block[2] = 1;
        put(block, 3, radix, 3);
        block[6] = ROUNDS;
        block[7] = (byte) half;
        put(block, 8, length, 4);
        put(block, 12, tweak, 4);
        return block;
    }

    private static void put(byte[] into, int at, int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            into[at + i] = (byte) (value >>> 8 * (bytes - 1 - i));
        }
    }

    /// The number y of the standard: as many bytes of keyed digest of a half as the other half can use.
    private BigInteger keyed(byte[] first, byte[] tweak, int round, BigInteger of, int bytes) {
        int blocks = (tweak.length + 1 + bytes + BLOCK - 1) / BLOCK;
        byte[] input = new byte[blocks * BLOCK];
        System.arraycopy(tweak, 0, input, 0, tweak.length);
        input[input.length - bytes - 1] = (byte) round;
        byte[] value = of.toByteArray();
        int used = Math.min(bytes, value.length);
        System.arraycopy(value, value.length - used, input, input.length - used, used);
        byte[] state = block(first);
        for (int i = 0; i < input.length; i += BLOCK) {
            for (int j = 0; j < BLOCK; j++) {
                state[j] ^= input[i + j];
            }
            state = block(state);
        }
        int wanted = 4 * ((bytes + 3) / 4) + 4;
        byte[] stream = Arrays.copyOf(state, (wanted + BLOCK - 1) / BLOCK * BLOCK);
        for (int j = 1; j * BLOCK < stream.length; j++) {
            byte[] counted = state.clone();
            for (int i = 0; i < 4; i++) {
                counted[BLOCK - 1 - i] ^= (byte) (j >>> 8 * i);
            }
            System.arraycopy(block(counted), 0, stream, j * BLOCK, BLOCK);
        }
        return new BigInteger(1, stream, 0, wanted);
    }

    private byte[] block(byte[] plain) {
        try {
            return aes.doFinal(plain);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("one block of AES cannot fail", impossible);
        }
    }

    private static BigInteger number(int radix, int[] numerals, int from, int to) {
        var number = BigInteger.ZERO;
        for (int i = from; i < to; i++) {
            number = number.multiply(BigInteger.valueOf(radix)).add(BigInteger.valueOf(numerals[i]));
        }
        return number;
    }

    private static void write(int radix, BigInteger number, int[] into, int from, int to) {
        BigInteger rest = number;
        for (int i = to - 1; i >= from; i--) {
            BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(radix));
            into[i] = parts[1].intValue();
            rest = parts[0];
        }
    }
}
