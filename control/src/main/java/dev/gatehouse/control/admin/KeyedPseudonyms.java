package dev.gatehouse.control.admin;

import dev.gatehouse.control.admin.ports.Pseudonyms;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Pseudonyms such as `corp:colleague~7f3k9q2mwx4t`: the issuer, and 60 bits of HMAC-SHA-256 (RFC 2104) over the whole
/// identity in base 32. Safe for many threads.
public final class KeyedPseudonyms implements Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int CHARACTERS = 12;

    private final SecretKeySpec key;

    /// @param key of its own, for this only
    public KeyedPseudonyms(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    @Override
    public String of(String identity) {
        byte[] tag = tag(identity);
        int colon = identity.indexOf(':');
        var text = new StringBuilder(identity.substring(0, colon + 1)).append("colleague~");
        for (int i = 0; i < CHARACTERS; i++) {
            text.append(ALPHABET.charAt(tag[i] & 31));
        }
        return text.toString();
    }

    private byte[] tag(String identity) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(identity.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", impossible);
        }
    }
}
