package dev.gatehouse.control.console.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Derives texts that only this process can make, by HMAC-SHA-256 with a key that is new at each start. Safe
/// for many threads.
final class Seal {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    Seal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /// 256 bits as base64url.
    ///
    /// @param use keeps derivations for different uses apart
    String of(String use, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return encoded(mac.doFinal((use + "\n" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", impossible);
        }
    }

    boolean fits(String seal, String use, String text) {
        return MessageDigest.isEqual(
                seal.getBytes(StandardCharsets.UTF_8), of(use, text).getBytes(StandardCharsets.UTF_8));
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String digest(String text) {
        try {
            return encoded(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
