package dev.gatehouse.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/// Bytes that nobody may see: a password, a token, a key.
///
/// Its text is `***`. Whoever makes a secret gives its array away; [#close] overwrites it. Safe for several threads as
/// long as nobody uses it after it was closed.
public final class Secret implements AutoCloseable {
    private final byte[] bytes;
    private volatile boolean closed;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A secret that owns `bytes` from now on.
    public static Secret of(byte[] bytes) {
        return new Secret(bytes);
    }

    /// The UTF-8 bytes of `characters`, which are wiped.
    public static Secret of(char[] characters) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(characters));
        var bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        encoded.clear();
        encoded.put(new byte[encoded.capacity()]);
        Arrays.fill(characters, '\0');
        return new Secret(bytes);
    }

    /// The UTF-8 bytes of `text`, which itself stays in memory until it is collected.
    public static Secret utf8(String text) {
        return new Secret(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A copy; the caller wipes it.
    public byte[] bytes() {
        requireOpen();
        return bytes.clone();
    }

    /// The secret as text, for an interface that takes nothing else.
    public String reveal() {
        requireOpen();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public int length() {
        return bytes.length;
    }

    /// Whether `candidate` is this secret, in a time that does not depend on where they differ.
    public boolean matches(byte[] candidate) {
        requireOpen();
        return MessageDigest.isEqual(bytes, candidate);
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "***";
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this secret was wiped");
        }
    }
}
