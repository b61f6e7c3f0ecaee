package dev.gatehouse.model;

import java.util.Locale;
import java.util.Optional;

/// What kind of being or program an identity is.
public enum Kind {
    PERSON,
    AGENT,
    SERVICE;

    /// The word used in configuration, tokens and conditions: `person`, `agent` or `service`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String word) {
        for (Kind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
