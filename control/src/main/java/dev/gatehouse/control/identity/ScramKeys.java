package dev.gatehouse.control.identity;

import dev.gatehouse.model.Slice;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// The verifier of a secret by SCRAM-SHA-256 (RFC 5802 section 3, RFC 7677): it proves a client's knowledge of the
/// secret, by SCRAM or in clear, and is not enough to log in with.
record ScramKeys(Slice storedKey, Slice serverKey) {
    /// RFC 7677's minimum. The secrets have 256 random bits, so that more rounds would protect nothing.
    static final int ITERATIONS = 4096;

    private static final int BITS = 256;

    /// @param secret ASCII only, as the gateway's own secrets are, so that SASLprep changes nothing
    static ScramKeys of(char[] secret, Slice salt, int iterations) {
        byte[] salted = salted(secret, salt, iterations);
        try {
            byte[] clientKey = hmac(salted, "Client Key".getBytes(StandardCharsets.US_ASCII));
            byte[] serverKey = hmac(salted, "Server Key".getBytes(StandardCharsets.US_ASCII));
            byte[] storedKey = MessageDigest.getInstance("SHA-256").digest(clientKey);
            Arrays.fill(clientKey, (byte) 0);
            return new ScramKeys(Slice.of(storedKey), Slice.of(serverKey));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } finally {
            Arrays.fill(salted, (byte) 0);
        }
    }

    /// Whether both verify the same secret; takes the same time whatever the answer.
    boolean sameAs(ScramKeys other) {
        return MessageDigest.isEqual(storedKey.toBytes(), other.storedKey.toBytes());
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static byte[] salted(char[] secret, Slice salt, int iterations) {
        var spec = new PBEKeySpec(secret.length == 0 ? new char[1] : secret, salt.toBytes(), iterations, BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }
}
