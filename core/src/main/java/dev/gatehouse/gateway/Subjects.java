package dev.gatehouse.gateway;

import dev.gatehouse.model.Slice;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Tells persons apart without keeping who they are: a keyed hash of what a `subject` column holds, under a key that
/// lives as long as the process. One thread.
final class Subjects {
    private static final byte[] KEY = new byte[32];
    private static final int BYTES = 16;

    static {
        new SecureRandom().nextBytes(KEY);
    }

    private final Mac mac;

    Subjects() {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA256", impossible);
        }
    }

    Slice of(Slice value) {
        mac.update(value.array(), value.offset(), value.length());
        return Slice.of(Arrays.copyOf(mac.doFinal(), BYTES));
    }
}
