package dev.gatehouse.server.admin;

import dev.gatehouse.api.Overview;
import dev.gatehouse.api.Overview.Flow;
import dev.gatehouse.api.Overview.Refusal;
import dev.gatehouse.api.Overview.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The numbers of a picture of the day. For one thread.
final class DayCounts {
    private static final int MOST_REFUSALS = 8;

    private final Instant since;
    private final Instant until;
    private final long[][] counts;
    private final Map<List<String>, long[]> flows = new LinkedHashMap<>();
    private final Map<String, Long> refusals = new HashMap<>();

    DayCounts(Instant since, Instant until, int slots) {
        this.since = since;
        this.until = until;
        counts = new long[slots][3];
    }

    int slots() {
        return counts.length;
    }

    void decided(Instant at, long allowed, long held, long denied) {
        long width = Duration.between(since, until).toNanos() / counts.length;
        int slot = (int) Math.min(counts.length - 1, Duration.between(since, at).toNanos() / Math.max(1, width));
        counts[slot][0] += allowed;
        counts[slot][1] += held;
        counts[slot][2] += denied;
    }

    void refused(String rule, long times) {
        refusals.merge(rule, times, Long::sum);
    }

    void flowed(String connection, String category, long operations, long clear) {
        long[] flow = flows.computeIfAbsent(List.of(connection, category), _ -> new long[2]);
        flow[0] += operations;
        flow[1] += clear;
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
