package dev.gatehouse.control.admin;

import dev.gatehouse.api.Page;
import dev.gatehouse.api.Problem;
import dev.gatehouse.api.RequestCreation;
import dev.gatehouse.api.RequestQuery;
import dev.gatehouse.api.RequestView;
import dev.gatehouse.api.RequestWords;
import dev.gatehouse.api.UndeliveredNotification;
import dev.gatehouse.control.admin.ports.Ports;
import dev.gatehouse.control.admin.ports.RequestDesk;
import dev.gatehouse.control.admin.ports.RequestDesk.Creation;
import dev.gatehouse.control.admin.ports.Switchboard;
import dev.gatehouse.control.approvals.Request;
import dev.gatehouse.control.approvals.RequestArchive.Filter;
import dev.gatehouse.control.approvals.RequestState;
import dev.gatehouse.control.approvals.Requests.Outcome;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Principal;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Lists, shows, decides and creates requests for approval.
///
/// A request is seen by whoever asked and the person behind, by those whom its rules ask, and by auditors. Deciding
/// takes the role `approver` besides; who may decide this very request is [RequestDesk]'s business.
final class RequestEndpoints {
    private static final String NEEDS_ROLE =
            "Deciding needs the role approver, which the gateway's configuration does not give you.";
    private static final int CREATED = 201;
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;
    private static final int TOO_MANY = 429;
    private static final int LONGEST_WORDS = 1000;
    private static final Duration LONGEST_WINDOW = Duration.ofDays(1);
    private static final Set<Effect> WINDOWS = EnumSet.of(Effect.READ, Effect.WRITE, Effect.DDL, Effect.ADMIN);

    private final Ports ports;
    private final RequestDesk desk;
    private final RequestViews views;
    private final Names names;

    RequestEndpoints(Ports ports, Names names) {
        this.names = names;
        this.ports = ports;
        desk = ports.requests();
        views = new RequestViews(desk);
    }

    Answer list(Caller caller, Asked asked) throws Malformed {
        Optional<String> state = asked.query("state");
        if (state.isPresent() && RequestState.of(state.get()).isEmpty()) {
            throw new Malformed("`state` must be pending, approved, denied, expired, withdrawn or used.");
        }
        Optional<String> cursor = asked.query("cursor");
        if (cursor.isPresent() && Id.parse(cursor.get()).isEmpty()) {
            throw new Malformed("`cursor` is none that a list ended with.");
        }
        int limit = asked.number("limit", RequestQuery.USUAL, RequestQuery.MOST);
        var filter = new Filter(
                state.flatMap(RequestState::of), asked.query("connection"), cursor.flatMap(Id::parse), limit);
        List<Request> found = desk.list(filter, wanted(caller, asked));
        List<RequestView> page = found.stream()
                .limit(limit)
                .map(request -> views.of(request, caller.principal()))
                .toList();
        return Answer.ok(new Page<>(
                page, found.size() > limit ? Optional.of(page.getLast().id()) : Optional.empty()));
    }

    private Predicate<Request> wanted(Caller caller, Asked asked) throws Malformed {
        boolean mine = asked.flag("mine");
        boolean decidable = asked.flag("decidable");
        Optional<String> requester = asked.query("requester");
        return request -> visible(caller, request)
                && (!mine || owns(caller, request))
                && (!decidable || desk.obstacle(caller.principal(), request).isEmpty())
                && requester.filter(who -> !concerns(caller, request, who)).isEmpty();
    }

    /// By the name under which the caller knows somebody, so that nobody finds names by trying.
    private boolean concerns(Caller caller, Request request, String who) {
        Principal requester = request.requester();
        boolean own = owns(caller, request);
        return Stream.concat(requester.chain().stream(), Stream.of(requester.root()))
                .anyMatch(identity -> names.isSeen(who, identity, own, caller));
    }

    private static boolean owns(Caller caller, Request request) {
        return caller.owns(
                request.requester().who().toString(), request.requester().root().toString());
    }

    private static boolean visible(Caller caller, Request request) {
        return caller.everything()
                || owns(caller, request)
                || request.asks().stream().anyMatch(ask -> ask.approval().from().matches(caller.principal()));
    }

    Answer show(Caller caller, Asked asked) throws Malformed {
        return found(caller, asked.id())
                .map(request -> Answer.ok(views.of(request, caller.principal())))
                .orElseGet(RequestEndpoints::unknown);
    }

    private Optional<Request> found(Caller caller, Id id) {
        return desk.find(id).filter(request -> visible(caller, request));
    }

    Answer approve(Caller caller, Asked asked) throws Malformed, IOException {
        Id id = asked.id();
        Optional<String> because = words(asked);
        return decide(caller, id, () -> desk.approve(caller.principal(), id, because));
    }

    Answer deny(Caller caller, Asked asked) throws Malformed, IOException {
        Id id = asked.id();
        String because = words(asked)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new Malformed("`because` is missing: say why, the client reads it."));
        return decide(caller, id, () -> desk.deny(caller.principal(), id, because));
    }

    private interface Deed {
        Outcome done();
    }

    private Answer decide(Caller caller, Id id, Deed deed) {
        if (found(caller, id).isEmpty()) {
            return unknown();
        }
        if (!caller.roles().contains(Role.APPROVER)) {
            return notYours(NEEDS_ROLE);
        }
        return answer(caller, deed.done());
    }

    /// What it would do. Looking is on record; it takes the same role as deciding.
    Answer preview(Caller caller, Asked asked) throws Malformed {
        Optional<Request> found = found(caller, asked.id());
        if (found.isEmpty()) {
            return unknown();
        }
        if (!caller.roles().contains(Role.APPROVER)) {
            return notYours(NEEDS_ROLE);
        }
        return Answer.ok(RequestViews.of(desk.preview(caller.principal(), found.get())));
    }

    Answer confirm(Caller caller, Asked asked) throws Malformed {
        Id id = asked.id();
        return found(caller, id).isEmpty() ? unknown() : answer(caller, desk.confirm(caller.principal(), id));
    }

    Answer withdraw(Caller caller, Asked asked) throws Malformed {
        Id id = asked.id();
        return found(caller, id).isEmpty() ? unknown() : answer(caller, desk.withdraw(caller.principal(), id));
    }

    private Answer answer(Caller caller, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(Request request, boolean _) -> Answer.ok(views.of(request, caller.principal()));
            case Outcome.Refused(Request _, String because) -> notYours(because);
            case Outcome.TooLate(Request request) ->
                Answer.conflict(
                        "not-pending",
                        "Request " + request.id() + " is " + request.state().word() + " already.");
            case Outcome.Unknown() -> unknown();
        };
    }

    private static Optional<String> words(Asked asked) throws Malformed, IOException {
        Optional<String> because = asked.body(RequestWords.class, new RequestWords(Optional.empty()))
                .because();
        if (because.isPresent() && because.get().length() > LONGEST_WORDS) {
            throw new Malformed("`because` is longer than " + LONGEST_WORDS + " characters.");
        }
        return because;
    }

    Answer create(Caller caller, Asked asked) throws Malformed, IOException {
        RequestCreation wish = asked.body(
                RequestCreation.class,
                new RequestCreation("", Optional.empty(), Optional.empty(), Optional.empty(), "", Optional.empty()));
        if (wish.because().isBlank() || wish.because().length() > LONGEST_WORDS) {
            throw new Malformed("`because` must say why, in at most " + LONGEST_WORDS + " characters.");
        }
        if (wish.statement().isPresent() == wish.effects().isPresent()) {
            throw new Malformed("Ask for either a `statement` or a window: `effects` and `for`.");
        }
        boolean open = ports.connections()
                        .named(wish.connection())
                        .filter(connection -> connection.access().matches(caller.principal()))
                        .isPresent()
                && !ports.switches().disabled(new Switchboard.Switch.OfConnection(wish.connection()));
        if (!open) {
            return Answer.notFound("There is no connection of that name that you may use now.");
        }
        Principal by = wish.purpose().map(caller.principal()::withPurpose).orElse(caller.principal());
        Optional<String> dedupe =
                asked.idempotencyKey().map(key -> caller.principal().who() + " " + key);
        return created(caller, creation(by, wish, dedupe));
    }

    private Creation creation(Principal by, RequestCreation wish, Optional<String> dedupe) throws Malformed {
        if (wish.statement().isPresent()) {
            return desk.create(by, wish.connection(), wish.statement().get(), wish.because(), dedupe);
        }
        Duration length = Asked.life(wish.length().orElse(""));
        if (length.compareTo(LONGEST_WINDOW) > 0) {
            throw new Malformed("A window lasts a day at most.");
        }
        return desk.create(by, wish.connection(), effects(wish), length, wish.because(), dedupe);
    }

    private static Set<Effect> effects(RequestCreation wish) throws Malformed {
        List<String> words = wish.effects().orElse(List.of());
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        for (String word : words) {
            effects.add(Arrays.stream(Effect.values())
                    .filter(effect -> WINDOWS.contains(effect) && effect.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new Malformed("`effects` are read, write, ddl and admin.")));
        }
        if (effects.isEmpty()) {
            throw new Malformed("`effects` is empty.");
        }
        return effects;
    }

    private Answer created(Caller caller, Creation creation) {
        return switch (creation) {
            case Creation.Created(Request request) -> new Answer.Json(CREATED, views.of(request, caller.principal()));
            case Creation.Needless(String because) ->
                new Answer.Refused(Problem.of(UNPROCESSABLE, "nothing-to-ask", "There is nothing to ask", because));
            case Creation.TooMany() ->
                new Answer.Refused(Problem.of(
                        TOO_MANY,
                        "too-many-requests",
                        "Too many open requests",
                        "Too many of your requests are undecided (limits.open-requests); withdraw some."));
        };
    }

    /// Notifications about requests that never arrived.
    Answer deadLetters(Asked asked) throws Malformed {
        return Paging.of(
                desk.deadLetters().stream()
                        .map(dead -> new UndeliveredNotification(
                                dead.channel(), dead.request(), dead.state(), dead.at(), dead.because()))
                        .toList(),
                dead -> dead.at() + " " + dead.channel() + " " + dead.request() + " " + dead.state(),
                asked);
    }

    private static Answer notYours(String because) {
        return new Answer.Refused(Problem.of(FORBIDDEN, "not-yours-to-decide", "Not yours to decide", because));
    }

    private static Answer unknown() {
        return Answer.notFound("There is no such request for you; see: gatehouse requests list.");
    }
}
