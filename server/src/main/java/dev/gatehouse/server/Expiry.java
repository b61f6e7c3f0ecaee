package dev.gatehouse.server;

import dev.gatehouse.gateway.Sessions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ends idle sessions whose credential has run out. Busy ones notice by themselves: nothing is admitted any more.
final class Expiry implements AutoCloseable {
    private static final long LOOK_SECONDS = 5;

    private final Sessions sessions;
    private final CountDownLatch closed = new CountDownLatch(1);

    Expiry(Sessions sessions) {
        this.sessions = sessions;
    }

    void start() {
        Thread.ofPlatform().daemon().name("expiry").start(this::watch);
    }

    private void watch() {
        try {
            while (!closed.await(LOOK_SECONDS, TimeUnit.SECONDS)) {
                sessions.end(
                        session -> !session.live(),
                        "credential-expired",
                        "The credential of this session has run out. Sign in again.");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
