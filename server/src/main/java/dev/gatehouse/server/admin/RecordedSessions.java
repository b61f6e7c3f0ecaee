package dev.gatehouse.server.admin;

import dev.gatehouse.api.Overview;
import dev.gatehouse.api.Page;
import dev.gatehouse.api.SessionDetail;
import dev.gatehouse.api.SessionQuery;
import dev.gatehouse.api.SessionReplay;
import dev.gatehouse.api.SessionSummary;
import dev.gatehouse.control.admin.ports.Records;
import dev.gatehouse.model.Id;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.RecordingReader;
import dev.gatehouse.secret.GatewayKeys;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/// What was recorded of sessions, read from the log and its sealed contents with the gateway's keys, also while the
/// gateway writes them. Safe for many threads.
///
/// Every call reads the log once from its beginning; a list opens one content for each session, and with `table` or
/// `category` one more for each kind of statement.
public final class RecordedSessions implements Records {

    private final Path data;
    private final GatewayKeys keys;
    private final Runnable settle;
    private final LongSupplier size;
    private final Map<Boolean, Counted> kept = new HashMap<>();

    /// @param settle brings what is still in memory to the disk before it is read
    /// @param size how long the log is now: while it stays the same, lists need not be made again;
    ///     negative where that is not known
    public RecordedSessions(Path data, GatewayKeys keys, Runnable settle, LongSupplier size) {
        this.data = data;
        this.keys = keys;
        this.settle = settle;
        this.size = size;
    }

    private record Counted(long size, List<Tally> tallies) {}

    @Override
    public Page<SessionSummary> find(SessionQuery query, Predicate<SessionSummary> visible) throws IOException {
        List<Tally> all = tallies(query.table().isPresent() || query.category().isPresent());
        List<SessionSummary> fitting = all.stream()
                .sorted(Comparator.comparing(Tally::started).reversed())
                .dropWhile(tally -> query.cursor().isPresent()
                        && !named(tally, query.cursor().get()))
                .skip(query.cursor().isPresent() ? 1 : 0)
                .filter(tally -> fits(tally, query))
                .map(Tally::summary)
                .filter(visible)
                .limit(query.limit() + 1L)
                .toList();
        if (fitting.size() <= query.limit()) {
            return new Page<>(fitting, Optional.empty());
        }
        List<SessionSummary> page = fitting.subList(0, query.limit());
        return new Page<>(page, Optional.of(page.getLast().id()));
    }

    /// One reader at a time: who comes meanwhile, as many open pages do, finds what the one before has read.
    private synchronized List<Tally> tallies(boolean meanings) throws IOException {
        settle.run();
        long now = size.getAsLong();
        var counted = kept.get(meanings);
        if (counted != null && now >= 0 && counted.size() == now) {
            return counted.tallies();
        }
        settle.run();
        List<Tally> tallies = read(meanings);
        kept.put(meanings, new Counted(now, tallies));
        return tallies;
    }

    private List<Tally> read(boolean meanings) throws IOException {
        Map<Id, Tally> tallies = new LinkedHashMap<>();
        Predicate<Event.InSession> opened = event -> switch (event) {
            case Event.SessionStarted _ -> true;
            case Event.Decided _ -> meanings;
            case Event.SessionEnded _,
                    Event.Asked _,
                    Event.Held _,
                    Event.HoldAnswered _,
                    Event.Answered _,
                    Event.Delivered _,
                    Event.OwnExchange _ -> false;
        };
        try (var reader = new RecordingReader(data, keys)) {
            reader.allEvents(opened, recorded -> {
                if (recorded.event() instanceof Event.InSession event) {
                    tallies.computeIfAbsent(event.session(), _ -> new Tally(event))
                            .add(event, recorded);
                }
            });
        }
        return List.copyOf(tallies.values());
    }

    private static boolean named(Tally tally, String id) {
        return tally.summary().id().equals(id);
    }

    private static boolean fits(Tally tally, SessionQuery query) {
        return query.who().filter(who -> !tally.identity().concerns(who)).isEmpty()
                && query.connection()
                        .filter(name -> !name.equals(tally.connection()))
                        .isEmpty()
                && query.since().filter(when -> !tally.openSince(when)).isEmpty()
                && query.until().filter(when -> !tally.started().isBefore(when)).isEmpty()
                && query.verdict().filter(verdict -> !tally.decided(verdict)).isEmpty()
                && query.table().filter(table -> !tally.touched(table)).isEmpty()
                && query.category().filter(category -> !tally.showed(category)).isEmpty();
    }

    @Override
    public Optional<SessionDetail> show(Id session) throws IOException {
        settle.run();
        var timelines = new ArrayList<Timeline>(1);
        try (var reader = new RecordingReader(data, keys)) {
            reader.events(session, recorded -> {
                if (recorded.event() instanceof Event.InSession event) {
                    if (timelines.isEmpty()) {
                        timelines.add(new Timeline(event));
                    }
                    timelines.getFirst().add(event, recorded);
                }
            });
        }
        return timelines.stream().findFirst().map(timeline -> timeline.detail());
    }

    @Override
    public Optional<SessionReplay> answers(Id session) throws IOException {
        settle.run();
        var told = new ArrayList<Retelling>(1);
        try (var reader = new RecordingReader(data, keys)) {
            reader.events(session, recorded -> {
                if (recorded.event() instanceof Event.InSession event) {
                    if (told.isEmpty()) {
                        told.add(new Retelling(event));
                    }
                    told.getFirst().add(event, recorded);
                }
            });
        }
        return told.stream().findFirst().map(Retelling::replay);
    }

    @Override
    public Overview overview(Instant since, Instant until, int slots, Predicate<SessionSummary> visible)
            throws IOException {
        settle.run();
        var picture = new DayPicture(since, until, slots, visible);
        try (var reader = new RecordingReader(data, keys)) {
            reader.allEvents(picture::opens, recorded -> {
                if (recorded.event() instanceof Event.InSession event) {
                    picture.add(event, recorded);
                }
            });
        }
        return picture.overview();
    }

    @Override
    public void replay(Id session, OutputStream out) throws IOException {
        settle.run();
        try (var reader = new RecordingReader(data, keys)) {
            reader.replay(session, out);
        }
    }
}
