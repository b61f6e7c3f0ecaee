package dev.gatehouse.server.admin;

import dev.gatehouse.control.approvals.RequestLog;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Principal;
import dev.gatehouse.recording.DataLayout;
import dev.gatehouse.recording.Durability;
import dev.gatehouse.recording.Entry;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.LogRecorder;
import dev.gatehouse.recording.log.LogReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The record of requests in the gateway's log: what changed in clear, who and why in a sealed content beside it.
public final class RecordedRequests implements RequestLog {
    private final Path data;
    private final LogRecorder recorder;
    private final InstantSource clock;

    public RecordedRequests(Path data, LogRecorder recorder, InstantSource clock) {
        this.data = data;
        this.recorder = recorder;
        this.clock = clock;
    }

    @Override
    public void changed(Id request, String change, Optional<Principal> by, Map<String, String> about) {
        recorder.append(
                new Event.RequestChanged(clock.instant(), request, change),
                Durability.SYNCED,
                by.map(who -> Notes.about(who, about)).orElseGet(() -> Notes.of(about)));
    }

    /// Reads the whole log once; only asked for at a start that finds open requests.
    @Override
    public Map<Id, History> histories() throws IOException {
        recorder.settle();
        var histories = new HashMap<Id, History>();
        new LogReader(new DataLayout(data).log()).read((index, bytes) -> {
            if (event(index, bytes) instanceof Event.RequestChanged change) {
                histories.merge(
                        change.request(),
                        new History(1, change.change()),
                        (before, next) -> new History(before.changes() + 1, next.last()));
            }
        });
        return histories;
    }

    private static Event event(long index, dev.gatehouse.model.Slice bytes) throws IOException {
        try {
            return Entry.decode(bytes).event();
        } catch (Entry.Malformed malformed) {
            throw new IOException("entry " + index + " of the log cannot be read: " + malformed.getMessage());
        }
    }
}
