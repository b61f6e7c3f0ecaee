package dev.gatehouse.server.admin;

import java.time.Instant;
import java.util.Optional;

/// How often a rule voted.
///
/// @param counted while its vote counted
/// @param watched while it only watched
public record Hits(long counted, long watched, Optional<Instant> last) {
    public static final Hits NONE = new Hits(0, 0, Optional.empty());
}
