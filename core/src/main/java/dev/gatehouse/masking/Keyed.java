package dev.gatehouse.masking;

import dev.gatehouse.model.Category;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// HMAC-SHA-256 (RFC 2104) of values of one use and one set of categories: the state behind the key and what comes
/// before the value is kept, which halves the work for a value. One thread.
final class Keyed {
    private static final int BLOCK = 64;
    static final int BYTES = 32;

    private final MessageDigest inner;
    private final MessageDigest outer;

    /// @param key at most 64 bytes
    Keyed(byte[] key, String use, Set<Category> categories) {
        List<String> names = categories.stream().map(Category::name).sorted().toList();
        inner = padded(key, 0x36);
        inner.update((use + String.join(",", names)).getBytes(StandardCharsets.UTF_8));
        inner.update((byte) 0);
        outer = padded(key, 0x5c);
    }

    private static MessageDigest padded(byte[] key, int pad) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            byte[] block = Arrays.copyOf(key, BLOCK);
            for (int i = 0; i < BLOCK; i++) {
                block[i] ^= (byte) pad;
            }
            digest.update(block);
            Arrays.fill(block, (byte) 0);
            return digest;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }

    byte[] tag(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        byte[] tag = new byte[BYTES];
        tag(utf8, 0, utf8.length, tag);
        return tag;
    }

    /// @param tag 32 bytes, where the tag goes
    void tag(byte[] value, int offset, int length, byte[] tag) {
        try {
            var first = (MessageDigest) inner.clone();
            first.update(value, offset, length);
            first.digest(tag, 0, BYTES);
            var second = (MessageDigest) outer.clone();
            second.update(tag, 0, BYTES);
            second.digest(tag, 0, BYTES);
        } catch (CloneNotSupportedException | DigestException impossible) {
            throw new IllegalStateException("the JDK's own SHA-256 can be copied", impossible);
        }
    }
}
