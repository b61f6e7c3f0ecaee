package dev.gatehouse.recording.log;

import java.time.Duration;

/// Is told how long syncs take. A port; at once, and safe for many threads.
@FunctionalInterface
public interface Syncs {
    void synced(Duration took);
}
