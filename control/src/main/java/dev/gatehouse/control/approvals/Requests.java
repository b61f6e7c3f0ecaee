package dev.gatehouse.control.approvals;

import dev.gatehouse.approval.Question;
import dev.gatehouse.approval.Waiting;
import dev.gatehouse.control.approvals.RequestArchive.Filter;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.IdSource;
import dev.gatehouse.model.Principal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The book of all requests for approval.
///
/// What can still change is kept in memory, and only memory decides; the store is read at the start and for lists. Each
/// change is on record first, then in the store, then in force, then told to whoever waits. Thread-safe: one change at
/// a time, a few milliseconds each.
public final class Requests {
    private final RequestArchive archive;
    private final OpenRequests open;
    private final Deciders deciders;
    private final int mostOpen;
    private final IdSource ids;
    private final InstantSource clock;

    /// Reads what is still open.
    ///
    /// @param signInAge how old the sign-in of somebody who decides may be
    /// @param mostOpen requests that one identity may have undecided
    public Requests(
            RequestArchive archive, RequestLog log, Duration signInAge, int mostOpen, IdSource ids, InstantSource clock)
            throws IOException {
        this.archive = archive;
        open = new OpenRequests(archive, log);
        this.deciders = new Deciders(signInAge);
        this.mostOpen = mostOpen;
        this.ids = ids;
        this.clock = clock;
    }

    /// Is told of every change, after it is in force; must be quick and must not call back.
    @FunctionalInterface
    public interface Listener {
        void changed(Request request);
    }

    public void tell(Listener listener) {
        open.listeners().add(listener);
    }

    public void forget(Listener listener) {
        open.listeners().remove(listener);
    }

    /// What became of a wish to change something.
    public sealed interface Outcome {
        /// @param changed false when it was so before
        record Done(Request request, boolean changed) implements Outcome {}

        /// @param because a sentence for whoever wished it
        record Refused(Request request, String because) implements Outcome {}

        /// The request has ended.
        record TooLate(Request request) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /// Uses up an approval, or an open window, that admits what is asked; empty when there is none.
    synchronized Optional<Request> use(Question question) {
        expire();
        for (Request request : open.all()) {
            if (request.state() == RequestState.APPROVED && Matching.admits(request, question)) {
                use(request, question);
                return Optional.of(request);
            }
        }
        return Optional.empty();
    }

    /// A window is not used up; each use of it is on record in its session.
    private void use(Request request, Question question) {
        if (request.wish() instanceof Wish.Window) {
            return;
        }
        int left = request.uses() - 1;
        open.change(
                request.in(left == 0 ? RequestState.USED : RequestState.APPROVED, request.expires(), left),
                "used",
                Optional.empty(),
                Map.of(
                        "session",
                        question.session().toString(),
                        "operation",
                        question.operation().toString()));
    }

    /// The request to wait for: one that asks the same already, or a new one. Empty when the identity has too many.
    synchronized Optional<Request> open(Question question) {
        expire();
        var same = open.all().stream()
                .filter(request -> request.state() == RequestState.PENDING && Matching.sameQuestion(request, question))
                .findFirst();
        if (same.isPresent()) {
            return same;
        }
        var who = question.facts().who();
        if (tooMany(who)) {
            return Optional.empty();
        }
        var origin = new Request.Origin(question.session(), question.operation());
        return Optional.of(begin(
                asked(who, question.facts().purpose()),
                question.facts().connection().name(),
                Matching.wish(question),
                Ask.of(question.asking()),
                Optional.empty(),
                Optional.of(origin),
                Optional.empty(),
                question.changed()));
    }

    /// Asks in advance; empty when the identity has too many open requests.
    ///
    /// @param dedupe the same creation again, by the same key, gives the same request
    public synchronized Optional<Request> create(
            Principal by, String connection, Wish wish, List<Ask> asks, String reason, Optional<String> dedupe) {
        expire();
        var before = dedupe.flatMap(archive::byDedupe);
        if (before.isPresent()) {
            return Optional.of(open.get(before.get().id()).orElse(before.get()));
        }
        return tooMany(by)
                ? Optional.empty()
                : Optional.of(begin(
                        by, connection, wish, asks, Optional.of(reason), Optional.empty(), dedupe, Optional.empty()));
    }

    private static Principal asked(Principal who, Optional<String> purpose) {
        return purpose.map(who::withPurpose).orElse(who);
    }

    /// Whether one more would be more than one identity may have undecided.
    private boolean tooMany(Principal who) {
        return open.all().stream()
                        .filter(request -> request.state() == RequestState.PENDING
                                && request.requester().who().equals(who.who()))
                        .count()
                >= mostOpen;
    }

    private Request begin(
            Principal by,
            String connection,
            Wish wish,
            List<Ask> asks,
            Optional<String> reason,
            Optional<Request.Origin> origin,
            Optional<String> dedupe,
            Optional<Long> changed) {
        Instant now = now();
        var request = new Request(
                ids.next(),
                RequestState.PENDING,
                1,
                by,
                connection,
                wish,
                asks,
                List.of(),
                reason,
                origin,
                now,
                now.plus(Terms.valid(asks)),
                Terms.uses(asks),
                dedupe,
                changed);
        open.begin(request, by);
        return request;
    }

    /// Says yes. When that suffices, whoever waits goes on.
    public synchronized Outcome approve(Principal by, Id id, Optional<String> because) {
        return decided(id, request -> {
            var obstacle = deciders.obstacle(by, request, clock.instant());
            if (obstacle.isPresent()) {
                return new Outcome.Refused(request, obstacle.get());
            }
            if (request.said().stream()
                    .anyMatch(said -> said.word() == Said.Word.YES && said.by().equals(by.who()))) {
                return new Outcome.Done(request, false);
            }
            return agreed(by, request, Said.Word.YES, because);
        });
    }

    /// Somebody looked at what it would do: on record, and what an approval from now on is about.
    public synchronized void previewed(Principal by, Id id, long rows) {
        open.get(id)
                .filter(request -> request.state() == RequestState.PENDING)
                .ifPresent(request -> open.previewed(request.previewed(rows), by, rows));
    }

    /// The person behind an agent says that the request is theirs.
    public synchronized Outcome confirm(Principal by, Id id) {
        return decided(id, request -> {
            var obstacle = deciders.obstacleToConfirm(by, request, clock.instant());
            return obstacle.isPresent()
                    ? new Outcome.Refused(request, obstacle.get())
                    : agreed(by, request, Said.Word.MINE, Optional.empty());
        });
    }

    private Outcome agreed(Principal by, Request request, Said.Word word, Optional<String> because) {
        var heard = request.with(said(by, request, word, because));
        boolean enough = Quorum.reached(heard);
        var next = enough
                ? heard.in(RequestState.APPROVED, now().plus(Terms.usable(heard)), heard.uses())
                : heard.in(RequestState.PENDING);
        String change = enough ? "approved" : word == Said.Word.MINE ? "confirmed" : "agreed";
        open.change(
                next,
                change,
                Optional.of(by),
                because.map(text -> Map.of("because", text)).orElse(Map.of()));
        return new Outcome.Done(next, true);
    }

    /// Says no, which ends it.
    public synchronized Outcome deny(Principal by, Id id, String because) {
        return decided(id, request -> {
            var obstacle = deciders.obstacle(by, request, clock.instant());
            if (obstacle.isPresent()) {
                return new Outcome.Refused(request, obstacle.get());
            }
            var next = request.with(said(by, request, Said.Word.NO, Optional.of(because)))
                    .in(RequestState.DENIED);
            open.change(next, "denied", Optional.of(by), Map.of("because", because));
            return new Outcome.Done(next, true);
        });
    }

    /// Takes a request back, also one that was approved and not used.
    public synchronized Outcome withdraw(Principal by, Id id) {
        expire();
        var found = open.get(id);
        if (found.isEmpty()) {
            return ended(id);
        }
        var request = found.get();
        if (!Deciders.own(by, request)) {
            return new Outcome.Refused(request, "Only whoever asked can take a request back.");
        }
        var next = request.in(RequestState.WITHDRAWN);
        open.change(next, "withdrawn", Optional.of(by), Map.of());
        return new Outcome.Done(next, true);
    }

    /// The client that waits does not want it any more; when others wait for the same, it stays.
    synchronized void cancelled(Id id, Principal by) {
        open.get(id)
                .filter(request -> request.state() == RequestState.PENDING
                        && open.waiting(id).size() <= 1)
                .ifPresent(request ->
                        open.change(request.in(RequestState.WITHDRAWN), "withdrawn", Optional.of(by), Map.of()));
    }

    private interface Change {
        Outcome on(Request request);
    }

    private Outcome decided(Id id, Change change) {
        expire();
        var found = open.get(id);
        if (found.isEmpty()) {
            return ended(id);
        }
        return found.get().state() == RequestState.PENDING ? change.on(found.get()) : new Outcome.TooLate(found.get());
    }

    private Outcome ended(Id id) {
        return archive.find(id).<Outcome>map(Outcome.TooLate::new).orElseGet(Outcome.Unknown::new);
    }

    private Said said(Principal by, Request request, Said.Word word, Optional<String> because) {
        return new Said(by.who(), now(), word, because, Deciders.rules(by, request), by.groups());
    }

    /// Records that time has run out for requests; called now and then, and before anything is decided.
    public synchronized void expire() {
        open.expire(clock.instant());
    }

    /// `thread` is woken whenever the request changes.
    synchronized void watch(Id id, Waiting thread) {
        open.watch(id, thread);
    }

    synchronized void unwatch(Id id, Waiting thread) {
        open.unwatch(id, thread);
    }

    public synchronized Optional<Request> find(Id id) {
        expire();
        return open.get(id).or(() -> archive.find(id));
    }

    /// Equal as long as no pending request has changed; from memory.
    public synchronized List<String> glance() {
        expire();
        return open.glance();
    }

    /// The newest first; at most one more than asked for, which tells that there are more.
    public List<Request> list(Filter filter, Predicate<Request> visible) {
        expire();
        return archive.list(filter, visible);
    }

    /// How many clients wait for this request now.
    public synchronized int held(Id id) {
        return open.waiting(id).size();
    }

    /// Why `person` may not decide this now; empty when they may.
    public Optional<String> obstacle(Principal person, Request request) {
        return request.state() == RequestState.PENDING
                ? deciders.obstacle(person, request, clock.instant())
                : Optional.of("It is " + request.state().word() + ".");
    }

    /// Why `person` may not confirm this now; empty when they may.
    public Optional<String> obstacleToConfirm(Principal person, Request request) {
        return request.state() == RequestState.PENDING
                ? deciders.obstacleToConfirm(person, request, clock.instant())
                : Optional.of("It is " + request.state().word() + ".");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
