package dev.gatehouse.control.approvals;

import dev.gatehouse.approval.Waiting;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Principal;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The requests that can still change, in memory, and whoever waits for them. Each change is on record first, then in
/// the store, then here, then told. Guarded by the book that it belongs to: one thread at a time.
final class OpenRequests {
    private final RequestArchive archive;
    private final RequestLog log;
    private final Map<Id, Request> live = new LinkedHashMap<>();
    private final Map<Id, List<Waiting>> waiting = new HashMap<>();
    private final List<Requests.Listener> listeners = new CopyOnWriteArrayList<>();

    /// Reads what is still open.
    OpenRequests(RequestArchive archive, RequestLog log) throws IOException {
        this.archive = archive;
        this.log = log;
        archive.believed(log).forEach(request -> live.put(request.id(), request));
    }

    /// Safe from any thread.
    List<Requests.Listener> listeners() {
        return listeners;
    }

    Collection<Request> all() {
        return live.values();
    }

    Optional<Request> get(Id id) {
        return Optional.ofNullable(live.get(id));
    }

    void begin(Request request, Principal by) {
        log.changed(request.id(), "created", Optional.of(by), RequestWords.created(request));
        archive.insert(request);
        settle(request);
    }

    void change(Request next, String change, Optional<Principal> by, Map<String, String> about) {
        log.changed(next.id(), change, by, about);
        archive.update(next);
        settle(next);
    }

    /// Somebody looked at what it would do: nothing that anybody waits for, or is told of.
    void previewed(Request next, Principal by, long rows) {
        log.changed(next.id(), "previewed", Optional.of(by), Map.of("rows", Long.toString(rows)));
        archive.update(next);
        live.put(next.id(), next);
    }

    void expire(Instant now) {
        var due = live.values().stream()
                .filter(request -> !now.isBefore(request.expires()))
                .toList();
        due.forEach(request -> change(request.in(RequestState.EXPIRED), "expired", Optional.empty(), Map.of()));
    }

    /// Which are pending, and in which version: equal as long as none of them has changed.
    List<String> glance() {
        return live.values().stream()
                .filter(request -> request.state() == RequestState.PENDING)
                .map(request -> request.id() + " " + request.version())
                .toList();
    }

    private void settle(Request request) {
        if (request.state().live()) {
            live.put(request.id(), request);
        } else {
            live.remove(request.id());
        }
        waiting(request.id()).forEach(Waiting::wake);
        listeners.forEach(listener -> listener.changed(request));
    }

    List<Waiting> waiting(Id id) {
        return waiting.getOrDefault(id, List.of());
    }

    /// `thread` is woken whenever the request changes.
    void watch(Id id, Waiting thread) {
        waiting.computeIfAbsent(id, _ -> new ArrayList<>()).add(thread);
    }

    void unwatch(Id id, Waiting thread) {
        waiting.computeIfPresent(id, (_, threads) -> {
            threads.remove(thread);
            return threads.isEmpty() ? null : threads;
        });
    }
}
