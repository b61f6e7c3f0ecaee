package dev.gatehouse.server.admin;

import dev.gatehouse.model.Id;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorded;
import dev.gatehouse.recording.RecordingReader;
import dev.gatehouse.recording.log.LogPart;
import dev.gatehouse.secret.GatewayKeys;
import dev.gatehouse.server.index.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/// Who sessions were of: read from their contents when somebody asks, and remembered for the latest ones. Whoever
/// holds the index uses it; not thread-safe otherwise.
final class People {
    private static final int REMEMBERED = 20_000;
    private static final int AT_ONCE = 100;

    private final Path data;
    private final GatewayKeys keys;
    private final Map<Id, RecordedIdentity> known = new LinkedHashMap<>(16, 0.75f, true);

    People(Path data, GatewayKeys keys) {
        this.data = data;
        this.keys = keys;
    }

    record Met(Line line, RecordedIdentity who) {}

    void met(Recorded started, RecordedIdentity who) {
        if (started.event() instanceof Event.SessionStarted event) {
            remember(event.session(), who);
        }
    }

    private void remember(Id session, RecordedIdentity who) {
        known.put(session, who);
        if (known.size() > REMEMBERED) {
            known.remove(known.keySet().iterator().next());
        }
    }

    /// These sessions with who they were of, read as far as somebody goes on asking.
    Iterable<Met> of(List<Line> lines) {
        return () -> new Iterator<>() {
            private final Queue<Met> ready = new ArrayDeque<>();
            private int next;

            @Override
            public boolean hasNext() {
                if (ready.isEmpty() && next < lines.size()) {
                    List<Line> some = lines.subList(next, Math.min(lines.size(), next + AT_ONCE));
                    next += some.size();
                    ready.addAll(meet(some));
                }
                return !ready.isEmpty();
            }

            @Override
            public Met next() {
                return ready.remove();
            }
        };
    }

    private List<Met> meet(List<Line> lines) {
        Set<Id> unknown = new HashSet<>();
        var bundles = new BitSet();
        for (Line line : lines) {
            if (!known.containsKey(line.session())) {
                unknown.add(line.session());
                bundles.set(line.firstBundle());
            }
        }
        if (!unknown.isEmpty()) {
            read(unknown, bundles);
        }
        return lines.stream()
                .map(line -> new Met(line, known.getOrDefault(line.session(), RecordedIdentity.ERASED)))
                .toList();
    }

    private void read(Set<Id> unknown, BitSet bundles) {
        try (var reader = new RecordingReader(data, keys)) {
            reader.allEvents(
                    LogPart.bundles(bundles),
                    event -> event instanceof Event.SessionStarted started && unknown.contains(started.session()),
                    recorded -> {
                        if (recorded.event() instanceof Event.SessionStarted started
                                && unknown.contains(started.session())) {
                            remember(started.session(), RecordedIdentity.of(recorded));
                        }
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
