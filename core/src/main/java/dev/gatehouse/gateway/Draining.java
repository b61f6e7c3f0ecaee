package dev.gatehouse.gateway;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether the gateway stops, and whom that is told; each is told once, whichever comes first. Thread-safe.
final class Draining {
    private @Nullable Runnable told;
    private boolean begun;

    /// The gateway stops. Returns what is to be called now, if anybody wanted to know.
    synchronized Optional<Runnable> begin() {
        begun = true;
        return Optional.ofNullable(told);
    }

    /// Calls `soon` when the gateway stops; now if it does already.
    void tell(Runnable soon) {
        boolean now;
        synchronized (this) {
            told = soon;
            now = begun;
        }
        if (now) {
            soon.run();
        }
    }
}
