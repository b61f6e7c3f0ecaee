package dev.gatehouse.server.admin;

import dev.gatehouse.api.SessionSummary;
import dev.gatehouse.model.Id;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorded;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Counts one session's events into the line that a list shows. For one thread.
final class Tally {
    private final Id session;
    private final Set<Id> asked = new HashSet<>();
    private final Set<Id> denied = new HashSet<>();
    private final Set<String> verdicts = new HashSet<>();
    private final Set<String> relations = new HashSet<>();
    private final Set<String> categories = new HashSet<>();
    private RecordedIdentity identity = RecordedIdentity.ERASED;
    private String connection = "";
    private Instant started;
    private Optional<Instant> ended = Optional.empty();
    private Optional<String> endReason = Optional.empty();
    private long bytes;

    /// @param first the session's first event
    Tally(Event.InSession first) {
        session = first.session();
        started = first.at();
    }

    /// @param what the event of `recorded`
    void add(Event.InSession what, Recorded recorded) {
        switch (what) {
            case Event.SessionStarted event -> {
                started = event.at();
                connection = event.connection();
                identity = RecordedIdentity.of(recorded);
            }
            case Event.Asked event -> asked.add(event.operation());
            case Event.Decided event -> decided(event, recorded);
            case Event.Delivered event -> bytes += event.bytes();
            case Event.SessionEnded event -> {
                ended = Optional.of(event.at());
                endReason = Optional.of(event.reason());
            }
            case Event.Held _, Event.HoldAnswered _, Event.Answered _, Event.OwnExchange _ -> {
                // Counts nothing.
            }
        }
    }

    private void decided(Event.Decided event, Recorded recorded) {
        verdicts.add(event.decision());
        if (event.decision().equals("deny")) {
            denied.add(event.operation());
        }
        for (Understood understood : Understood.in(recorded)) {
            relations.addAll(understood.relations());
            understood.columns().forEach(column -> categories.addAll(column.categories()));
        }
    }

    RecordedIdentity identity() {
        return identity;
    }

    Instant started() {
        return started;
    }

    String connection() {
        return connection;
    }

    /// Whether it was open at or after `when`.
    boolean openSince(Instant when) {
        return ended.isEmpty() || !ended.get().isBefore(when);
    }

    boolean decided(String verdict) {
        return verdicts.contains(verdict);
    }

    /// @param table as `table` or `schema.table`
    boolean touched(String table) {
        return relations.stream().anyMatch(name -> name.equals(table) || name.endsWith("." + table));
    }

    boolean showed(String category) {
        return categories.contains(category);
    }

    SessionSummary summary() {
        return new SessionSummary(
                session.toString(),
                identity.who(),
                identity.kind(),
                identity.root(),
                connection,
                identity.purpose(),
                started,
                ended,
                endReason,
                false,
                asked.size(),
                denied.size(),
                bytes);
    }
}
