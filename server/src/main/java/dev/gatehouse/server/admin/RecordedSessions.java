package dev.gatehouse.server.admin;

import dev.gatehouse.api.Overview;
import dev.gatehouse.api.Page;
import dev.gatehouse.api.SessionDetail;
import dev.gatehouse.api.SessionQuery;
import dev.gatehouse.api.SessionReplay;
import dev.gatehouse.api.SessionSummary;
import dev.gatehouse.control.admin.ports.Records;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Principal;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.RecordingReader;
import dev.gatehouse.recording.log.LogPart;
import dev.gatehouse.secret.GatewayKeys;
import dev.gatehouse.server.index.Line;
import dev.gatehouse.server.index.RecordIndex;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/// What was recorded of sessions, read from the log and its sealed contents with the gateway's keys, also while the
/// gateway writes them. Safe for many threads.
///
/// Lists and pictures come from the index and read what was recorded since, and who the sessions of one page were;
/// only a filter by table looks into all sessions that fit otherwise. A session is read where the index says that it
/// lies in the log.
public final class RecordedSessions implements Records {
    private final Path data;
    private final GatewayKeys keys;
    private final Runnable settle;
    private final LongSupplier size;
    private final RecordIndex index;
    private final People people;
    private final Views views;
    private final SessionReading one;

    /// @param settle brings what is still in memory to the disk before it is read
    /// @param size how long the log is now; negative where that is not known
    /// @param keeping whether the index is kept on disk
    /// @param views who sees what
    public RecordedSessions(
            Path data, GatewayKeys keys, Runnable settle, LongSupplier size, boolean keeping, Views views) {
        this.views = views;
        this.data = data;
        this.keys = keys;
        this.settle = settle;
        this.size = size;
        people = new People(data, keys);
        one = new SessionReading(data, keys, this::bundles);
        index = new RecordIndex(data, keys, new IndexReading(this::blinded, people::met), keeping);
    }

    private long blinded(String name) {
        return index.blinded(name);
    }

    /// What the index is asked for, by one at a time: who comes meanwhile, as many open pages do, finds what the one
    /// before has read.
    @FunctionalInterface
    private interface Asking<T> {
        T of(RecordIndex index) throws IOException;
    }

    private <T> T indexed(Asking<T> asking) throws IOException {
        synchronized (index) {
            if (size.getAsLong() != index.size() || index.size() == 0) {
                settle.run();
                index.catchUp();
            }
            return asking.of(index);
        }
    }

    /// Makes the index again from the whole log; gives how many entries it counted.
    public long reindex() throws IOException {
        synchronized (index) {
            settle.run();
            index.rebuild();
            return index.size();
        }
    }

    /// The index as it is now, for what else is counted in it.
    <T> T counted(Function<RecordIndex, T> asking) throws IOException {
        return indexed(asking::apply);
    }

    @Override
    public Page<SessionSummary> find(SessionQuery query, Predicate<SessionSummary> visible) throws IOException {
        return indexed(known -> page(query, visible, fitting(known, query, visible)));
    }

    private Page<SessionSummary> page(SessionQuery query, Predicate<SessionSummary> visible, List<Line> fitting)
            throws IOException {
        Set<Id> touching = query.table().isPresent() ? touching(query.table().get(), fitting) : Set.of();
        List<SessionSummary> page = new ArrayList<>();
        var each = people.of(fitting).iterator();
        while (each.hasNext() && page.size() <= query.limit()) {
            var met = each.next();
            SessionSummary summary = summary(met.line(), met.who());
            boolean fits = query.who().filter(who -> !met.who().concerns(who)).isEmpty()
                    && (query.table().isEmpty() || touching.contains(met.line().session()))
                    && visible.test(summary);
            if (fits) {
                page.add(summary);
            }
        }
        if (page.size() <= query.limit()) {
            return new Page<>(page, Optional.empty());
        }
        page.removeLast();
        return new Page<>(page, Optional.of(page.getLast().id()));
    }

    /// The newest first, behind the cursor.
    private static List<Line> fitting(RecordIndex known, SessionQuery query, Predicate<SessionSummary> visible) {
        Optional<Long> only = only(known, visible);
        Optional<Long> who = query.who().map(known::blinded);
        return known.lines().stream()
                .sorted(Comparator.comparing(Line::started).reversed())
                .dropWhile(line -> query.cursor().isPresent() && !named(line, query))
                .skip(query.cursor().isPresent() ? 1 : 0)
                .filter(line -> who.filter(name -> !line.named(name)).isEmpty()
                        && only.filter(name -> !line.named(name)).isEmpty()
                        && fits(line, query))
                .toList();
    }

    /// Whose sessions alone may be seen, as the index knows names.
    private static Optional<Long> only(RecordIndex known, Predicate<SessionSummary> visible) {
        return visible instanceof Visible(Optional<String> who, var _) ? who.map(known::blinded) : Optional.empty();
    }

    private static boolean everybodys(Predicate<SessionSummary> visible) {
        return visible instanceof Visible(Optional<String> who, var _) && who.isEmpty();
    }

    private static boolean named(Line line, SessionQuery query) {
        return Optional.of(line.session().toString()).equals(query.cursor());
    }

    private static boolean fits(Line line, SessionQuery query) {
        return query.connection()
                        .filter(name -> !name.equals(line.connection()))
                        .isEmpty()
                && query.since()
                        .filter(when -> line.ended().filter(when::isAfter).isPresent())
                        .isEmpty()
                && query.until().filter(when -> !line.started().isBefore(when)).isEmpty()
                && query.verdict().filter(verdict -> !line.decided(verdict)).isEmpty()
                && query.category().filter(category -> !line.showed(category)).isEmpty();
    }

    /// Which of these sessions touched a table: that stands in their contents only.
    private Set<Id> touching(String table, List<Line> lines) throws IOException {
        Map<Id, Tally> tallies = new LinkedHashMap<>();
        var bundles = new BitSet();
        lines.forEach(line -> bundles.or(line.bundles()));
        Set<Id> wanted = new HashSet<>(lines.stream().map(Line::session).toList());
        try (var reader = new RecordingReader(data, keys)) {
            reader.allEvents(
                    LogPart.bundles(bundles),
                    event -> event instanceof Event.Decided decided && wanted.contains(decided.session()),
                    recorded -> {
                        if (recorded.event() instanceof Event.InSession event && wanted.contains(event.session())) {
                            tallies.computeIfAbsent(event.session(), _ -> new Tally(event))
                                    .add(event, recorded);
                        }
                    });
        }
        Set<Id> touching = new HashSet<>();
        tallies.forEach((id, tally) -> {
            if (tally.touched(table)) {
                touching.add(id);
            }
        });
        return touching;
    }

    static SessionSummary summary(Line line, RecordedIdentity who) {
        return new SessionSummary(
                line.session().toString(),
                who.who(),
                who.kind(),
                who.root(),
                line.connection(),
                who.purpose(),
                line.started(),
                line.ended(),
                line.reason(),
                false,
                line.asked(),
                line.denied(),
                line.bytes());
    }

    @Override
    public Optional<SessionDetail> show(Id session, Principal viewer) throws IOException {
        return one.show(session, seenBy(viewer));
    }

    /// For whoever holds the keys.
    Optional<SessionDetail> show(Id session) throws IOException {
        return one.show(session, _ -> View.EVERYTHING);
    }

    @Override
    public Optional<SessionReplay> answers(Id session, Principal viewer) throws IOException {
        return one.answers(session, seenBy(viewer));
    }

    /// For whoever holds the keys.
    Optional<SessionReplay> answers(Id session) throws IOException {
        return one.answers(session, _ -> View.EVERYTHING);
    }

    private Function<String, View> seenBy(Principal viewer) {
        return connection -> views.of(viewer, connection);
    }

    @Override
    public void replay(Id session, OutputStream out) throws IOException {
        one.replay(session, out);
    }

    private Optional<BitSet> bundles(Id session) throws IOException {
        return indexed(known -> known.line(session).map(Line::bundles));
    }

    @Override
    public Overview overview(Instant since, Instant until, int slots, Predicate<SessionSummary> visible)
            throws IOException {
        var cells = new DayCells(since, until, slots);
        if (cells.exact()) {
            return indexed(known -> {
                Optional<Long> only = only(known, visible);
                List<Line> busy = known.lines().stream()
                        .filter(line -> cells.concern(line)
                                && only.filter(name -> !line.named(name)).isEmpty())
                        .toList();
                if (everybodys(visible)) {
                    busy.forEach(cells::add);
                } else {
                    people.of(busy).forEach(met -> {
                        if (visible.test(summary(met.line(), met.who()))) {
                            cells.add(met.line());
                        }
                    });
                }
                return cells.overview();
            });
        }
        var picture = new DayPicture(since, until, slots, visible);
        LogPart part = indexed(known -> {
            var bundles = new BitSet();
            known.lines().stream().filter(cells::concern).forEach(line -> bundles.or(line.bundles()));
            return LogPart.bundles(bundles);
        });
        try (var reader = new RecordingReader(data, keys)) {
            reader.allEvents(
                    part, event -> event instanceof Event.InSession inSession && picture.opens(inSession), recorded -> {
                        if (recorded.event() instanceof Event.InSession event) {
                            picture.add(event, recorded);
                        }
                    });
        }
        return picture.overview();
    }
}
