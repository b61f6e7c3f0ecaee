package dev.gatehouse.gateway;

import dev.gatehouse.model.People;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that only a test moves. Begins at noon.
final class HandClock implements InstantSource {
    private Instant now = People.NOON;

    void forward(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
