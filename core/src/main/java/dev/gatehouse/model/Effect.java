package dev.gatehouse.model;

import java.util.Locale;

/// How strongly a statement acts, from weakest to strongest; the words of `sql.effect`.
public enum Effect {
    TRANSACTION,
    SESSION,
    READ,
    WRITE,
    DDL,
    ADMIN,
    UNKNOWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Effect strongest(Effect other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
