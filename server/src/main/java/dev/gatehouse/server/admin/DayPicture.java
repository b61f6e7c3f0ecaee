package dev.gatehouse.server.admin;

import dev.gatehouse.api.OperationRecord.Column;
import dev.gatehouse.api.Overview;
import dev.gatehouse.api.Overview.Flow;
import dev.gatehouse.api.Overview.Refusal;
import dev.gatehouse.api.Overview.Slot;
import dev.gatehouse.api.SessionSummary;
import dev.gatehouse.model.Id;
import dev.gatehouse.policy.BuiltIn;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
    private static final int MOST_REFUSALS = 8;

    private final Instant since;
    private final Instant until;
    private final long[][] counts;
    private final Predicate<SessionSummary> visible;
    private final Map<Id, Seen> sessions = new HashMap<>();
    private final Map<List<String>, long[]> flows = new LinkedHashMap<>();
    private final Map<String, Long> refusals = new HashMap<>();

    DayPicture(Instant since, Instant until, int slots, Predicate<SessionSummary> visible) {
        this.since = since;
        this.until = until;
        this.visible = visible;
        counts = new long[slots][3];
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
        long[] slot = counts[slot(decided.at())];
        switch (decided.decision()) {
            case "allow" -> {
                slot[0]++;
                Optional.ofNullable(seen.shapes.remove(decided.operation()))
                        .map(seen.meanings::get)
                        .ifPresent(meaning -> flow(seen.connection, meaning.columns()));
            }
            case "hold" -> slot[1]++;
            default -> {
                slot[2]++;
                decided.votes().stream()
                        .filter(vote -> vote.vote().equals("deny") && !vote.shadow())
                        .findFirst()
                        .ifPresent(vote -> refusals.merge(vote.rule(), 1L, Long::sum));
            }
        }
    }

    private int slot(Instant at) {
        long width = Duration.between(since, until).toNanos() / counts.length;
        return (int) Math.min(counts.length - 1, Duration.between(since, at).toNanos() / Math.max(1, width));
    }

    private void flow(String connection, List<Column> columns) {
        Set<String> categories = columns.stream()
                .flatMap(column -> column.categories().stream())
                .filter(category -> !category.equals(NOTHING))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String category : categories) {
            long[] flow = flows.computeIfAbsent(List.of(connection, category), _ -> new long[2]);
            flow[0]++;
            boolean clear = columns.stream()
                    .anyMatch(column ->
                            column.mask().equals(CLEAR) && column.categories().contains(category));
            flow[1] += clear ? 1 : 0;
        }
    }

    Overview overview() {
        var slots = new ArrayList<Slot>();
        Duration width = Duration.between(since, until).dividedBy(counts.length);
        for (int i = 0; i < counts.length; i++) {
            slots.add(new Slot(since.plus(width.multipliedBy(i)), counts[i][0], counts[i][1], counts[i][2]));
        }
        List<Flow> most = flows.entrySet().stream()
                .map(flow -> new Flow(
                        flow.getKey().getFirst(), flow.getKey().getLast(), flow.getValue()[0], flow.getValue()[1]))
                .sorted(Comparator.comparing(Flow::connection)
                        .thenComparing(
                                Comparator.comparingLong(Flow::operations).reversed()))
                .toList();
        List<Refusal> refused = refusals.entrySet().stream()
                .map(refusal -> new Refusal(refusal.getKey(), refusal.getValue()))
                .sorted(Comparator.comparingLong(Refusal::count).reversed())
                .limit(MOST_REFUSALS)
                .toList();
        return new Overview(since, until, slots, most, refused);
    }
}
