package dev.gatehouse.http.login;

import dev.gatehouse.gateway.Authenticator;
import dev.gatehouse.gateway.Prompt;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// Answers the questions of a login from what the request brought along: HTTP has no dialogue.
public record HeaderPrompt(Authorization authorization) implements Prompt {
    private static final int KEY_BITS = 256;

    @Override
    public char[] password() {
        return authorization.password();
    }

    @Override
    public boolean named() {
        return authorization.named();
    }

    /// A minted secret comes in clear, inside TLS; it is put to the test that SCRAM would put it to (RFC 5802
    /// section 3), so that both kinds of client are checked against the same keys.
    @Override
    public boolean scram(Authenticator.ScramSecret kept) {
        char[] secret = authorization.password();
        try {
            return MessageDigest.isEqual(
                    storedKey(secret, kept), kept.storedKey().toBytes());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("PBKDF2 with HMAC-SHA-256 is part of every JDK", impossible);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static byte[] storedKey(char[] secret, Authenticator.ScramSecret kept) throws GeneralSecurityException {
        // Without a character there is no key, and no minted secret is empty.
        var chars = secret.length == 0 ? new char[] {' '} : secret;
        var spec = new PBEKeySpec(chars, kept.salt().toBytes(), kept.iterations(), KEY_BITS);
        var salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        spec.clearPassword();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(salted, "HmacSHA256"));
        byte[] clientKey = mac.doFinal("Client Key".getBytes(StandardCharsets.US_ASCII));
        return MessageDigest.getInstance("SHA-256").digest(clientKey);
    }
}
