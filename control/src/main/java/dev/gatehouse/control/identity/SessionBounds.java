package dev.gatehouse.control.identity;

import dev.gatehouse.model.Kind;
import java.time.Duration;
import java.time.Instant;

/// How long a session may go on (`session:` in the configuration).
///
/// @param grace a person's session outlives the token by up to this long after login
/// @param max no session is longer
public record SessionBounds(Duration grace, Duration max) {
    public static final SessionBounds DEFAULT = new SessionBounds(Duration.ofHours(8), Duration.ofHours(12));

    /// When a session that begins `now` with a token that expires at `expiry` ends.
    Instant end(Kind kind, Instant now, Instant expiry) {
        Instant wished = switch (kind) {
            case PERSON -> later(expiry, now.plus(grace));
            case AGENT, SERVICE -> expiry;
        };
        return earlier(wished, now.plus(max));
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
