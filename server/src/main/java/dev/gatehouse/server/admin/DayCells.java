package dev.gatehouse.server.admin;

import dev.gatehouse.api.Overview;
import dev.gatehouse.server.index.Cell;
import dev.gatehouse.server.index.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Adds up what the index counted every five minutes to the picture of a stretch of time. For one thread.
final class DayCells {
    private final Instant since;
    private final Instant until;
    private final DayCounts counts;

    DayCells(Instant since, Instant until, int slots) {
        this.since = since;
        this.until = until;
        counts = new DayCounts(since, until, slots);
    }

    /// Whether the stretch and each of its slots consist of whole cells.
    boolean exact() {
        long width = Duration.between(since, until).toSeconds() / counts.slots();
        return whole(since)
                && whole(until)
                && width % Cell.SECONDS == 0
                && since.plusSeconds(width * counts.slots()).equals(until);
    }

    private static boolean whole(Instant at) {
        return at.getNano() == 0 && at.getEpochSecond() % Cell.SECONDS == 0;
    }

    /// Whether anything was decided in a session within the stretch, to the cell.
    boolean concern(Line line) {
        Long begun = line.cells().floorKey(until.getEpochSecond());
        return begun != null && begun > since.getEpochSecond() - Cell.SECONDS;
    }

    void add(Line line) {
        Map<Long, Cell> within =
                new HashMap<>(line.cells().subMap(since.getEpochSecond(), true, until.getEpochSecond(), false));
        within.forEach((begin, cell) -> {
            counts.decided(Instant.ofEpochSecond(begin), cell.allowed(), cell.held(), cell.denied());
            cell.refusals().forEach(counts::refused);
            cell.flows().forEach((category, flow) -> {
                if (IndexReading.tells(category)) {
                    counts.flowed(line.connection(), category, flow.operations(), flow.clear());
                }
            });
        });
    }

    Overview overview() {
        return counts.overview();
    }
}
