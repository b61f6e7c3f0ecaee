package dev.gatehouse.recording.log;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 as RFC 6962 section 2.1 uses it: leaves and nodes can never be taken for one another.
///
/// Holds a digest; for one thread at a time.
public final class MerkleHash {
    public static final int BYTES = 32;

    private final MessageDigest digest = sha256();

    public byte[] leaf(byte[] entry) {
        digest.update((byte) 0);
        return digest.digest(entry);
    }

    public byte[] node(byte[] left, byte[] right) {
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    /// The root of the tree without entries.
    public byte[] empty() {
        return digest.digest();
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
