package dev.gatehouse.api;

import java.time.Instant;
import java.util.Optional;

/// A session in one line.
///
/// @param who the identity that connected, as `issuer:id`; `erased` when it was
/// @param kind `person`, `agent` or `service`
/// @param root the person behind, as `issuer:id`
/// @param live whether it is open now
/// @param operations how many operations were asked
/// @param denied how many of them were refused
/// @param bytes how much the client received
public record SessionSummary(
        String id,
        String who,
        String kind,
        String root,
        String connection,
        Optional<String> purpose,
        Instant started,
        Optional<Instant> ended,
        Optional<String> endReason,
        boolean live,
        long operations,
        long denied,
        long bytes) {
    /// The same under other names.
    public SessionSummary withPeople(String otherWho, String otherRoot) {
        return new SessionSummary(
                id,
                otherWho,
                kind,
                otherRoot,
                connection,
                purpose,
                started,
                ended,
                endReason,
                live,
                operations,
                denied,
                bytes);
    }

    public SessionSummary withLive(boolean now) {
        return new SessionSummary(
                id, who, kind, root, connection, purpose, started, ended, endReason, now, operations, denied, bytes);
    }
}
