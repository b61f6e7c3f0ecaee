package dev.gatehouse.recording;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Counts a session's events into its summary.
final class SessionSummaries {
    private SessionSummaries() {}

    static SessionSummary add(@Nullable SessionSummary before, Event.InSession event) {
        SessionSummary s = before != null
                ? before
                : new SessionSummary(event.session(), "", event.at(), Optional.empty(), "", 0, 0, 0);
        return switch (event) {
            case Event.SessionStarted e ->
                new SessionSummary(
                        s.session(),
                        e.connection(),
                        e.at(),
                        s.ended(),
                        s.endReason(),
                        s.operations(),
                        s.denied(),
                        s.deliveredBytes());
            case Event.SessionEnded e ->
                with(s, Optional.of(e.at()), e.reason(), s.operations(), s.denied(), s.deliveredBytes());
            case Event.Asked e -> count(s, 1, 0, 0);
            case Event.Decided e -> count(s, 0, e.decision().equals("deny") ? 1 : 0, 0);
            case Event.Delivered e -> count(s, 0, 0, e.bytes());
            case Event.Held e -> s;
            case Event.HoldAnswered e -> s;
            case Event.Answered e -> s;
            case Event.OwnExchange e -> s;
        };
    }

    private static SessionSummary count(SessionSummary s, long operations, long denied, long bytes) {
        return with(
                s,
                s.ended(),
                s.endReason(),
                s.operations() + operations,
                s.denied() + denied,
                s.deliveredBytes() + bytes);
    }

    private static SessionSummary with(
            SessionSummary s, Optional<Instant> ended, String reason, long operations, long denied, long bytes) {
        return new SessionSummary(s.session(), s.connection(), s.started(), ended, reason, operations, denied, bytes);
    }
}
