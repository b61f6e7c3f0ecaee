package dev.gatehouse.postgres.auth;

import java.util.Optional;

/// The SASL mechanisms that are spoken.
public enum Mechanism {
    SCRAM_SHA_256("SCRAM-SHA-256"),
    /// Bound to the TLS channel (tls-server-end-point), so that nobody in the middle can pass it on.
    SCRAM_SHA_256_PLUS("SCRAM-SHA-256-PLUS");

    private final String word;

    Mechanism(String word) {
        this.word = word;
    }

    /// Its name on the wire.
    public String word() {
        return word;
    }

    public static Optional<Mechanism> of(String word) {
        for (Mechanism mechanism : values()) {
            if (mechanism.word.equals(word)) {
                return Optional.of(mechanism);
            }
        }
        return Optional.empty();
    }
}
