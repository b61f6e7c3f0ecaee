package dev.gatehouse.control.approvals;

import dev.gatehouse.control.admin.ports.RequestDesk;
import dev.gatehouse.control.approvals.Foresight.Foreseen;
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
import java.util.function.Supplier;

/// The book of requests as the API and the console use it. Thread-safe.
public final class Desk implements RequestDesk {
    private final Requests requests;
    private final Foresight foresight;
    private final Previews previews;
    private final Supplier<List<DeadLetter>> deadLetters;

    public Desk(Requests requests, Foresight foresight, Previews previews, Supplier<List<DeadLetter>> deadLetters) {
        this.requests = requests;
        this.foresight = foresight;
        this.previews = previews;
        this.deadLetters = deadLetters;
    }

    /// Only for those who may decide now, because it looks into the target.
    @Override
    public Previews.Preview preview(Principal by, Request request) {
        var obstacle = requests.obstacle(by, request);
        if (obstacle.isPresent()) {
            return new Previews.Preview.Declined(obstacle.get());
        }
        var preview = previews.of(by, request);
        switch (preview) {
            case Previews.Preview.Counted counted -> requests.previewed(by, request.id(), counted.rows());
            case Previews.Preview.Tried tried -> requests.previewed(by, request.id(), tried.rows());
            case Previews.Preview.Declined _ -> {}
        }
        return preview;
    }

    @Override
    public Creation create(Principal by, String connection, String sql, String reason, Optional<String> dedupe) {
        return switch (foresight.statement(by, connection, sql)) {
            case Foreseen.Needless(String because) -> new Creation.Needless(because);
            case Foreseen.Asked(var text, var asks) ->
                created(requests.create(by, connection, new Wish.Run(text.orElseThrow()), asks, reason, dedupe));
        };
    }

    @Override
    public Creation create(
            Principal by,
            String connection,
            Set<Effect> effects,
            Duration length,
            String reason,
            Optional<String> dedupe) {
        return switch (foresight.window(by, connection, effects)) {
            case Foreseen.Needless(String because) -> new Creation.Needless(because);
            case Foreseen.Asked(var _, var asks) ->
                created(requests.create(by, connection, new Wish.Window(effects, length), asks, reason, dedupe));
        };
    }

    private static Creation created(Optional<Request> request) {
        return request.<Creation>map(Creation.Created::new).orElseGet(Creation.TooMany::new);
    }

    @Override
    public List<Request> list(Filter filter, Predicate<Request> visible) {
        return requests.list(filter, visible);
    }

    @Override
    public List<String> glance() {
        return requests.glance();
    }

    @Override
    public Optional<Request> find(Id id) {
        return requests.find(id);
    }

    @Override
    public Outcome approve(Principal by, Id id, Optional<String> because) {
        return requests.approve(by, id, because);
    }

    @Override
    public Outcome deny(Principal by, Id id, String because) {
        return requests.deny(by, id, because);
    }

    @Override
    public Outcome confirm(Principal by, Id id) {
        return requests.confirm(by, id);
    }

    @Override
    public Outcome withdraw(Principal by, Id id) {
        return requests.withdraw(by, id);
    }

    @Override
    public Optional<String> obstacle(Principal person, Request request) {
        return requests.obstacle(person, request);
    }

    @Override
    public Optional<String> obstacleToConfirm(Principal person, Request request) {
        return requests.obstacleToConfirm(person, request);
    }

    @Override
    public List<DeadLetter> deadLetters() {
        return deadLetters.get();
    }

    @Override
    public int held(Id id) {
        return requests.held(id);
    }
}
