package dev.gatehouse.cli;

import dev.gatehouse.control.admin.ports.RequestDesk;
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

/// A desk at which nobody ever asked for anything.
final class NoRequests implements RequestDesk {
    @Override
    public List<Request> list(Filter filter, Predicate<Request> visible) {
        return List.of();
    }

    @Override
    public List<String> glance() {
        return List.of();
    }

    @Override
    public Optional<Request> find(Id id) {
        return Optional.empty();
    }

    @Override
    public Outcome approve(Principal by, Id id, Optional<String> because) {
        return new Outcome.Unknown();
    }

    @Override
    public Outcome deny(Principal by, Id id, String because) {
        return new Outcome.Unknown();
    }

    @Override
    public Outcome confirm(Principal by, Id id) {
        return new Outcome.Unknown();
    }

    @Override
    public Outcome withdraw(Principal by, Id id) {
        return new Outcome.Unknown();
    }

    @Override
    public Creation create(Principal by, String connection, String sql, String reason, Optional<String> dedupe) {
        return new Creation.Needless("Just run it.");
    }

    @Override
    public Creation create(
            Principal by,
            String connection,
            Set<Effect> effects,
            Duration length,
            String reason,
            Optional<String> dedupe) {
        return new Creation.Needless("Just run it.");
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
        return new Previews.Preview.Declined("Nobody asked.");
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
