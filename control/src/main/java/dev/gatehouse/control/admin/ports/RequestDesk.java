package dev.gatehouse.control.admin.ports;

import dev.gatehouse.control.approvals.Previews;
import dev.gatehouse.control.approvals.Request;
import dev.gatehouse.control.approvals.RequestArchive.Filter;
import dev.gatehouse.control.approvals.Requests.Outcome;
import dev.gatehouse.control.notifications.Notifier.DeadLetter;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Where people see and decide requests for approval. Who may decide is settled behind it; who may see, before it.
public interface RequestDesk {
    /// The newest first; at most one more than asked for, which tells that there are more.
    List<Request> list(Filter filter, Predicate<Request> visible);

    /// A cheap picture of the pending requests: equal as long as none of them has changed.
    List<String> glance();

    Optional<Request> find(Id id);

    Outcome approve(Principal by, Id id, Optional<String> because);

    Outcome deny(Principal by, Id id, String because);

    Outcome confirm(Principal by, Id id);

    Outcome withdraw(Principal by, Id id);

    /// Asks in advance for one statement, as it would be decided in a new session of `by`.
    ///
    /// @param dedupe the same creation again, by the same key, gives the same request
    Creation create(Principal by, String connection, String sql, String reason, Optional<String> dedupe);

    /// Asks in advance for whatever has one of these effects, for a while.
    Creation create(
            Principal by,
            String connection,
            Set<Effect> effects,
            Duration length,
            String reason,
            Optional<String> dedupe);

    /// Why `person` may not decide this now; empty when they may.
    Optional<String> obstacle(Principal person, Request request);

    /// Why `person` may not confirm this now; empty when they may.
    Optional<String> obstacleToConfirm(Principal person, Request request);

    /// What the operation would do; an exchange of its own, on record as `by`'s.
    Previews.Preview preview(Principal by, Request request);

    /// Notifications about requests that never arrived, the latest ones, oldest first.
    List<DeadLetter> deadLetters();

    /// How many clients wait for this request now.
    int held(Id id);

    /// What became of the wish to ask in advance.
    sealed interface Creation {
        record Created(Request request) implements Creation {}

        /// There is nothing to ask.
        ///
        /// @param because says why, and what to do instead
        record Needless(String because) implements Creation {}

        record TooMany() implements Creation {}
    }
}
