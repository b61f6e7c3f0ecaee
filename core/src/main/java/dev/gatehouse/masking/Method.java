package dev.gatehouse.masking;

import java.util.Locale;
import java.util.Optional;

/// How a value is masked, from strictest to weakest; a value of several categories gets the strictest.
public enum Method {
    REDACT,
    NULL,
    HASH,
    PSEUDONYM,
    FPE,
    GENERALISE,
    PARTIAL,
    CLEAR;

    /// The word used under `masking:` and on record.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Method strictest(Method other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /// The method named so in a configuration, or empty.
    public static Optional<Method> of(String word) {
        for (Method method : values()) {
            if (method.word().equals(word)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
