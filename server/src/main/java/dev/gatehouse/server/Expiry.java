package dev.gatehouse.server;

import dev.gatehouse.gateway.Sessions;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends idle sessions whose credential has run out, and requests that nobody decided in time. Busy sessions notice by
/// themselves: nothing is admitted any more.
final class Expiry implements AutoCloseable {
    private static final long LOOK_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    private final Sessions sessions;
    private final Runnable expireRequests;
    private final CountDownLatch closed = new CountDownLatch(1);

    /// @param expireRequests lets requests expire whose time is over
    Expiry(Sessions sessions, Runnable expireRequests) {
        this.sessions = sessions;
        this.expireRequests = expireRequests;
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
                letRequestsExpire();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /// A store that fails once must not stop the watch over sessions.
    private void letRequestsExpire() {
        try {
            expireRequests.run();
        } catch (RuntimeException failed) {
            LOG.error("requests for approval could not be let expire", failed);
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
