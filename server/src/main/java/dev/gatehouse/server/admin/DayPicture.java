package dev.gatehouse.server.admin;

import dev.gatehouse.api.OperationRecord.Column;
import dev.gatehouse.api.Overview;
import dev.gatehouse.api.SessionSummary;
import dev.gatehouse.model.Id;
import dev.gatehouse.policy.BuiltIn;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorded;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Counts what happened between two times, from events in the order of the record. For one thread.
final class DayPicture {
    private static final String CLEAR = "clear";
    private static final String NOTHING = "none";

    private final Instant since;
    private final Instant until;
    private final DayCounts counts;
    private final Predicate<SessionSummary> visible;
    private final Map<Id, Seen> sessions = new HashMap<>();

    DayPicture(Instant since, Instant until, int slots, Predicate<SessionSummary> visible) {
        this.since = since;
        this.until = until;
        this.visible = visible;
        counts = new DayCounts(since, until, slots);
    }

    /// A session, as far as it matters for counting.
    private static final class Seen {
        private final Statements statements = new Statements();
        private final Map<Long, Understood> meanings = new HashMap<>();
        private final Map<Id, Long> shapes = new HashMap<>();
        private String connection = "";
        private boolean shown;
    }

    /// Whether the contents of this event are needed.
    boolean opens(Event.InSession event) {
        return switch (event) {
            case Event.SessionStarted _, Event.Decided _ -> true;
            case Event.Asked asked -> within(asked.at());
            case Event.SessionEnded _,
                    Event.Held _,
                    Event.HoldAnswered _,
                    Event.Answered _,
                    Event.Delivered _,
                    Event.OwnExchange _ -> false;
        };
    }

    private boolean within(Instant at) {
        return !at.isBefore(since) && at.isBefore(until);
    }

    void add(Event.InSession what, Recorded recorded) {
        Seen seen = sessions.computeIfAbsent(what.session(), _ -> new Seen());
        if (what instanceof Event.SessionStarted started) {
            var tally = new Tally(started);
            tally.add(started, recorded);
            seen.connection = started.connection();
            seen.shown = visible.test(tally.summary());
        } else if (seen.shown && what instanceof Event.Asked asked && within(asked.at())) {
            seen.statements
                    .asked(asked, recorded)
                    .shape()
                    .ifPresent(shape -> seen.shapes.put(asked.operation(), shape));
        } else if (seen.shown && what instanceof Event.Decided decided) {
            Understood.in(recorded).forEach(meaning -> seen.meanings.put(meaning.shape(), meaning));
            if (within(decided.at()) && !own(decided)) {
                count(seen, decided);
            }
        }
    }

    private static boolean own(Event.Decided decided) {
        return decided.votes().stream().anyMatch(vote -> vote.rule().equals(BuiltIn.GATEWAY_OWN));
    }

    private void count(Seen seen, Event.Decided decided) {
        boolean allowed = decided.decision().equals("allow");
        boolean held = decided.decision().equals("hold");
        counts.decided(decided.at(), allowed ? 1 : 0, held ? 1 : 0, allowed || held ? 0 : 1);
        if (allowed) {
            Optional.ofNullable(seen.shapes.remove(decided.operation()))
                    .map(seen.meanings::get)
                    .ifPresent(meaning -> flow(seen.connection, meaning.columns()));
        } else if (!held) {
            decided.votes().stream()
                    .filter(vote -> vote.vote().equals("deny") && !vote.shadow())
                    .findFirst()
                    .ifPresent(vote -> counts.refused(vote.rule(), 1));
        }
    }

    private void flow(String connection, List<Column> columns) {
        Set<String> categories = columns.stream()
                .flatMap(column -> column.categories().stream())
                .filter(category -> !category.equals(NOTHING))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String category : categories) {
            boolean clear = columns.stream()
                    .anyMatch(column ->
                            column.mask().equals(CLEAR) && column.categories().contains(category));
            counts.flowed(connection, category, 1, clear ? 1 : 0);
        }
    }

    Overview overview() {
        return counts.overview();
    }
}
