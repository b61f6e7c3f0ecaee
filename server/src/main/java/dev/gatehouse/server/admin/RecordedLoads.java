package dev.gatehouse.server.admin;

import dev.gatehouse.api.ConfigurationDifference;
import dev.gatehouse.api.ConfigurationDifference.Change;
import dev.gatehouse.api.ConfigurationLoad;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorded;
import dev.gatehouse.recording.RecordingReader;
import dev.gatehouse.recording.log.LogPart;
import dev.gatehouse.secret.GatewayKeys;
import dev.gatehouse.server.index.RecordIndex;
import dev.gatehouse.server.settings.ConfigurationLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The loads of the configuration and the votes of its rules, as the record has them. Safe for many threads; every
/// call reads only the parts of the log that have loads.
public final class RecordedLoads {
    private final Path data;
    private final GatewayKeys keys;
    private final RecordedSessions sessions;

    /// @param sessions knows where in the log the loads are
    public RecordedLoads(Path data, GatewayKeys keys, RecordedSessions sessions) {
        this.data = data;
        this.keys = keys;
        this.sessions = sessions;
    }

    private record Load(ConfigurationLoad load, Optional<Map<String, String>> lines) {}

    /// The newest first.
    public List<ConfigurationLoad> loads() throws IOException {
        return all().reversed().stream().map(Load::load).toList();
    }

    /// Empty when one of them is unknown, or its text is not on record.
    public Optional<ConfigurationDifference> difference(String from, String to) throws IOException {
        List<Load> all = all();
        Optional<Load> before = named(all, from);
        Optional<Load> after = named(all, to);
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        var changes = new ArrayList<Change>();
        ConfigurationLines.compare(
                before.get().lines().orElseThrow(),
                after.get().lines().orElseThrow(),
                (path, was, is, loosened) -> changes.add(new Change(path, was, is, loosened)));
        return Optional.of(
                new ConfigurationDifference(before.get().load(), after.get().load(), changes));
    }

    private static Optional<Load> named(List<Load> all, String id) {
        return all.stream()
                .filter(load -> load.load().id().equals(id) && load.lines().isPresent())
                .findFirst();
    }

    private List<Load> all() throws IOException {
        var loads = new ArrayList<Load>();
        LogPart part = LogPart.bundles(sessions.counted(RecordIndex::loads));
        try (var reader = new RecordingReader(data, keys)) {
            reader.allEvents(part, Event.ConfigurationLoaded.class::isInstance, recorded -> {
                if (recorded.event() instanceof Event.ConfigurationLoaded loaded) {
                    loads.add(load(loaded, recorded));
                }
            });
        }
        return loads;
    }

    private static Load load(Event.ConfigurationLoaded loaded, Recorded recorded) {
        Optional<Map<String, String>> lines = recorded.contents().stream()
                .filter(content -> content.kind() == Content.Kind.CONFIGURATION)
                .map(content -> new String(content.bytesOrEmpty().toBytes(), StandardCharsets.UTF_8))
                .flatMap(text -> ConfigurationLines.read(text).stream())
                .findFirst();
        return new Load(
                new ConfigurationLoad(
                        Long.toString(recorded.index()),
                        loaded.at(),
                        loaded.digest(),
                        loaded.accepted(),
                        lines.isPresent()),
                lines);
    }

    /// By rule: how often it voted since the record began.
    public Map<String, Hits> hits() throws IOException {
        return sessions.counted(index -> {
            var hits = new HashMap<String, Hits>();
            index.votes(
                    (rule, counted, watched, last) -> hits.put(rule, new Hits(counted, watched, Optional.of(last))));
            return hits;
        });
    }
}
