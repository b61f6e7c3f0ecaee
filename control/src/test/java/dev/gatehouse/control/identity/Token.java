package dev.gatehouse.control.identity;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A token in the making: a good one, until a test changes something.
final class Token {
    static final String ISSUER = "https://idp.example.com/realms/eng";

    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private final SigningKey key;

    Token(SigningKey key, Instant now) {
        this.key = key;
        header("alg", key.algorithm()).header("kid", key.kid()).header("typ", "JWT");
        claim("iss", ISSUER).claim("aud", "gatehouse").claim("sub", "u-1").claim("email", "ada@example.com");
        claim("iat", now.getEpochSecond()).claim("exp", now.getEpochSecond() + 300);
    }

    Token header(String name, @Nullable Object value) {
        put(header, name, value);
        return this;
    }

    /// Sets a claim, or takes it away with null.
    Token claim(String name, @Nullable Object value) {
        put(claims, name, value);
        return this;
    }

    String text() {
        return key.sign(header, claims);
    }

    /// Header and payload without a signature.
    String unsigned() {
        return SigningKey.part(header) + "." + SigningKey.part(claims) + ".";
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        members.remove(name);
        if (value != null) {
            members.put(name, Objects.requireNonNull(value));
        }
    }
}
