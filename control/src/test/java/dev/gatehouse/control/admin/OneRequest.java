package dev.gatehouse.control.admin;

import dev.gatehouse.control.admin.ports.RequestDesk;
import dev.gatehouse.control.approvals.Ask;
import dev.gatehouse.control.approvals.Previews;
import dev.gatehouse.control.approvals.Request;
import dev.gatehouse.control.approvals.RequestArchive.Filter;
import dev.gatehouse.control.approvals.RequestState;
import dev.gatehouse.control.approvals.Requests.Outcome;
import dev.gatehouse.control.approvals.Said;
import dev.gatehouse.control.approvals.Wish;
import dev.gatehouse.control.notifications.Notifier.DeadLetter;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.policy.Approval;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A desk with one request at most, of which everybody may say anything; everybody is asked.
final class OneRequest implements RequestDesk {
    private Optional<Request> only = Optional.empty();

    /// From now on there is one, for a window, to which somebody has said yes already.
    void put(Id id, Principal requester, Principal answered) {
        var approval = new Approval(
                Selectors.EVERYONE,
                "*",
                2,
                false,
                Duration.ofMinutes(2),
                Duration.ofMinutes(30),
                1,
                Optional.empty(),
                true,
                10,
                false);
        var yes =
                new Said(answered.who(), FakeGateway.NOW, Said.Word.YES, Optional.of("fine"), Set.of("asks"), Set.of());
        only = Optional.of(new Request(
                id,
                RequestState.PENDING,
                1,
                requester,
                "shop",
                new Wish.Window(Set.of(Effect.WRITE), Duration.ofMinutes(30)),
                List.of(new Ask("asks", Optional.empty(), approval)),
                List.of(yes),
                Optional.of("INC-42"),
                Optional.empty(),
                FakeGateway.NOW,
                FakeGateway.NOW.plusSeconds(60),
                1,
                Optional.empty(),
                Optional.empty()));
    }

    @Override
    public List<Request> list(Filter filter, Predicate<Request> visible) {
        return only.stream().filter(visible).toList();
    }

    @Override
    public List<String> glance() {
        return List.of();
    }

    @Override
    public Optional<Request> find(Id id) {
        return only.filter(found -> found.id().equals(id));
    }

    private Outcome done() {
        return only.<Outcome>map(request -> new Outcome.Done(request, true)).orElseGet(Outcome.Unknown::new);
    }

    private Creation created() {
        return only.<Creation>map(Creation.Created::new).orElseGet(() -> new Creation.Needless("Just run it."));
    }

    @Override
    public Outcome approve(Principal by, Id id, Optional<String> because) {
        return done();
    }

    @Override
    public Outcome deny(Principal by, Id id, String because) {
        return done();
    }

    @Override
    public Outcome confirm(Principal by, Id id) {
        return done();
    }

    @Override
    public Outcome withdraw(Principal by, Id id) {
        return done();
    }

    @Override
    public Creation create(Principal by, String connection, String sql, String reason, Optional<String> dedupe) {
        return created();
    }

    @Override
    public Creation create(
            Principal by,
            String connection,
            Set<Effect> effects,
            Duration length,
            String reason,
            Optional<String> dedupe) {
        return created();
    }

    @Override
    public Optional<String> obstacle(Principal person, Request request) {
        return Optional.empty();
    }

    @Override
    public Optional<String> obstacleToConfirm(Principal person, Request request) {
        return Optional.empty();
    }

    @Override
    public Previews.Preview preview(Principal by, Request request) {
        return new Previews.Preview.Declined("Nothing to see.");
    }

    @Override
    public List<DeadLetter> deadLetters() {
        return List.of();
    }

    @Override
    public int held(Id id) {
        return 0;
    }
}
