package dev.gatehouse.control.approvals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a request stands.
public enum RequestState {
    /// Not everybody asked has answered.
    PENDING,
    /// It can be used until it expires.
    APPROVED,
    DENIED,
    EXPIRED,
    /// Whoever asked does not want it any more.
    WITHDRAWN,
    /// It was approved and has been used as often as it may.
    USED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it can still change.
    public boolean live() {
        return this == PENDING || this == APPROVED;
    }

    public static Optional<RequestState> of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst();
    }
}
