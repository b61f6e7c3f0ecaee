package dev.gatehouse.http.relay;

/// Whether a session is in the middle of an exchange, for a gateway that stops: what is under way is finished, and then
/// the session is over. Thread-safe.
final class Turn {
    private final Runnable over;
    private boolean busy;
    private boolean stopping;

    /// @param over ends the session
    Turn(Runnable over) {
        this.over = over;
    }

    /// A request is there.
    synchronized void began() {
        busy = true;
    }

    /// Its answer is out, or will not come.
    void ended() {
        boolean now;
        synchronized (this) {
            busy = false;
            now = stopping;
        }
        if (now) {
            over.run();
        }
    }

    /// The gateway stops.
    void stop() {
        boolean now;
        synchronized (this) {
            stopping = true;
            now = !busy;
        }
        if (now) {
            over.run();
        }
    }
}
