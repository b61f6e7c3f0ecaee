package dev.gatehouse.gateway;

import java.time.Duration;
import java.util.Optional;

/// Slows down whoever fails to log in. A port; counts per source and user together.
public interface LoginThrottle {
    /// How long this source must wait before this user is looked at again, if it must.
    Optional<Duration> delay(String source, String user);

    void failed(String source, String user);

    void succeeded(String source, String user);
}
