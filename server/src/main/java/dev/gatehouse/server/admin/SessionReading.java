package dev.gatehouse.server.admin;

import dev.gatehouse.api.SessionDetail;
import dev.gatehouse.api.SessionReplay;
import dev.gatehouse.model.Id;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.DataLayout;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.RecordingReader;
import dev.gatehouse.recording.log.Covered;
import dev.gatehouse.recording.log.LogPart;
import dev.gatehouse.secret.GatewayKeys;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Function;

/// Reads single sessions where they lie in the log. Safe for many threads.
record SessionReading(Path data, GatewayKeys keys, Place place) {
    /// Where in the log a session lies.
    @FunctionalInterface
    interface Place {
        /// In which of its bundles; empty when there is no such session.
        Optional<BitSet> of(Id session) throws IOException;
    }

    /// Hands the events of one session on; nothing when there is no such session.
    private void events(Id session, RecordingReader.Events events) throws IOException {
        Optional<BitSet> bundles = place.of(session);
        if (bundles.isPresent()) {
            try (var reader = new RecordingReader(data, keys)) {
                reader.events(session, LogPart.bundles(bundles.get()), events);
            }
        }
    }

    /// @param seen what whoever asks may see of a connection's answers
    Optional<SessionDetail> show(Id session, Function<String, View> seen) throws IOException {
        var timelines = new ArrayList<Timeline>(1);
        var end = new long[1];
        events(session, recorded -> {
            if (recorded.event() instanceof Event.InSession event) {
                if (timelines.isEmpty()) {
                    timelines.add(new Timeline(event));
                }
                timelines.getFirst().add(event, recorded);
                end[0] = recorded.index() + 1;
            }
        });
        if (timelines.isEmpty()) {
            return Optional.empty();
        }
        Timeline timeline = timelines.getFirst();
        return Optional.of(timeline.detail(covering(session, end[0]), exact(session, timeline, seen)));
    }

    /// Told again only where something was understood that could be hidden: mostly nothing was.
    private boolean exact(Id session, Timeline timeline, Function<String, View> seen) throws IOException {
        View view = seen.apply(timeline.connection());
        return timeline.meanings().stream().allMatch(view::exact)
                || retold(session, seen).filter(Retelling::exact).isPresent();
    }

    private Optional<Long> covering(Id session, long end) throws IOException {
        BitSet bundles = place.of(session).orElseGet(BitSet::new);
        return Covered.by(new DataLayout(data).log(), keys.verifierKey(), bundles, end);
    }

    Optional<SessionReplay> answers(Id session, Function<String, View> seen) throws IOException {
        return retold(session, seen).map(Retelling::replay);
    }

    private Optional<Retelling> retold(Id session, Function<String, View> seen) throws IOException {
        var told = new ArrayList<Retelling>(1);
        events(session, recorded -> {
            if (recorded.event() instanceof Event.InSession event) {
                if (told.isEmpty()) {
                    told.add(new Retelling(event, seen.apply(connection(event))));
                }
                told.getFirst().add(event, recorded);
            }
        });
        return told.stream().findFirst();
    }

    private static String connection(Event.InSession first) {
        return first instanceof Event.SessionStarted started ? started.connection() : "";
    }

    /// Writes what the client received, byte for byte, as far as it was not erased.
    void replay(Id session, OutputStream out) throws IOException {
        events(session, recorded -> {
            for (var content : recorded.contents()) {
                if (content.kind() == Content.Kind.DELIVERED) {
                    var bytes = content.bytesOrEmpty();
                    out.write(bytes.array(), bytes.offset(), bytes.length());
                }
            }
        });
    }
}
