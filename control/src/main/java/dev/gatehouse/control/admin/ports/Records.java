package dev.gatehouse.control.admin.ports;

import dev.gatehouse.api.Overview;
import dev.gatehouse.api.Page;
import dev.gatehouse.api.SessionDetail;
import dev.gatehouse.api.SessionQuery;
import dev.gatehouse.api.SessionReplay;
import dev.gatehouse.api.SessionSummary;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Principal;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/// What was recorded of sessions. Who may see what is the caller's business.
public interface Records {
    /// A page of the sessions that fit the query and that the caller may see, the newest first.
    Page<SessionSummary> find(SessionQuery query, Predicate<SessionSummary> visible) throws IOException;

    /// Which sessions somebody may see.
    ///
    /// @param only whose alone, as `issuer:id`; absent for everybody's
    record Visible(Optional<String> only, Predicate<SessionSummary> each) implements Predicate<SessionSummary> {
        @Override
        public boolean test(SessionSummary session) {
            return each.test(session);
        }
    }

    /// @param viewer who asks: whether they may see exactly what was delivered follows from their masks
    Optional<SessionDetail> show(Id session, Principal viewer) throws IOException;

    /// What the client received, made readable: of each value the stricter of what the client was shown and of what the
    /// viewer's own masks show.
    Optional<SessionReplay> answers(Id session, Principal viewer) throws IOException;

    /// What happened between two times, in sessions that the caller may see.
    Overview overview(Instant since, Instant until, int slots, Predicate<SessionSummary> visible) throws IOException;

    /// Writes what the client received, byte for byte, as far as it was not erased.
    void replay(Id session, OutputStream out) throws IOException;
}
