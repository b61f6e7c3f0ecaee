package dev.gatehouse.recording;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.blocks.RecordingCheck;
import dev.gatehouse.recording.blocks.RecordingPath;
import dev.gatehouse.recording.log.Checkpoint;
import dev.gatehouse.recording.log.Finding;
import dev.gatehouse.recording.log.Finding.Found;
import dev.gatehouse.recording.log.LogCheck;
import dev.gatehouse.secret.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Goes through the entries of a log that was found whole and checks every recording against them. For one use.
final class ContentsCheck {
    private static final int OPEN_FILES = 64;

    private final DataLayout layout;
    private final long anchored;
    private final Map<Id, RecordingCheck> recordings = new HashMap<>();
    private final List<RecordingCheck> open = new ArrayList<>();
    private final Set<Id> sessions = new HashSet<>();
    private final Set<Id> ended = new HashSet<>();
    private final Set<Id> named = new HashSet<>();
    private final List<String> notes = new ArrayList<>();
    private Optional<Instant> anchoredUntil = Optional.empty();
    private long unknown;

    ContentsCheck(DataLayout layout, long anchored) {
        this.layout = layout;
        this.anchored = anchored;
    }

    ContentsCheck check(LogCheck.Checked log) throws IOException, Found {
        List<Found> first = new ArrayList<>();
        log.read(layout.log(), (index, bytes) -> {
            if (first.isEmpty()) {
                try {
                    entry(index, bytes);
                } catch (Found found) {
                    first.add(found);
                }
            }
        });
        if (!first.isEmpty()) {
            throw first.getFirst();
        }
        for (RecordingCheck each : recordings.values()) {
            each.finish(named, ended.contains(each.id()), notes);
        }
        requireKnownFiles();
        return this;
    }

    Report report(VerifierKey key, boolean given, Optional<Checkpoint> kept, LogCheck.Checked log) {
        List<String> all = new ArrayList<>(log.notes());
        all.addAll(notes);
        if (unknown > 0) {
            all.add(unknown + " entries are of types that this version does not know");
        }
        long blocks =
                recordings.values().stream().mapToLong(RecordingCheck::blocks).sum();
        long erased =
                recordings.values().stream().mapToLong(RecordingCheck::erased).sum();
        return new Report(
                Optional.empty(),
                Optional.of(key),
                given,
                log.entries(),
                log.signed(),
                sessions.size(),
                recordings.size(),
                blocks,
                erased,
                kept.map(checkpoint -> new Report.Anchor(checkpoint.size(), anchoredUntil)),
                all);
    }

    private void entry(long index, Slice bytes) throws IOException, Found {
        Entry entry;
        try {
            entry = Entry.decode(bytes);
        } catch (Entry.Malformed e) {
            unknown++;
            return;
        }
        if (index == anchored - 1) {
            anchoredUntil = Optional.of(entry.event().at());
        }
        switch (entry.event()) {
            case Event.SessionStarted e -> sessions.add(e.session());
            case Event.SessionEnded e -> ended.add(e.session());
            case Event.Erased e -> named.addAll(e.blocks());
            default -> {}
        }
        if (entry.parts().stream().anyMatch(part -> part.event() instanceof Event.Unknown)) {
            unknown++;
        }
        Id recording = entry.recording();
        if (recording != null && !entry.blocks().isEmpty()) {
            opened(recording).check(index, entry.blocks());
        }
    }

    /// The check of `id`; the files of the one that was used least recently are closed when too many are open.
    private RecordingCheck opened(Id id) throws IOException {
        RecordingCheck check =
                recordings.computeIfAbsent(id, each -> new RecordingCheck(RecordingPath.of(layout.recordings(), each)));
        open.remove(check);
        open.add(check);
        if (open.size() > OPEN_FILES) {
            open.removeFirst().close();
        }
        return check;
    }

    /// Files of recordings that no entry speaks of are what a crash leaves; anything else does not belong here.
    private void requireKnownFiles() throws IOException, Found {
        if (!Files.exists(layout.recordings())) {
            return;
        }
        long uncommitted = 0;
        try (Stream<Path> walk = Files.walk(layout.recordings())) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                Optional<Id> id = Id.parse(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
                var path = id.map(each -> RecordingPath.of(layout.recordings(), each));
                if (path.isEmpty()
                        || !file.equals(path.get().blocks())
                                && !file.equals(path.get().keys())) {
                    throw Finding.of(Finding.Problem.EXTRA, file, "no file of a recording")
                            .found();
                }
                if (!recordings.containsKey(id.get()) && file.equals(path.get().blocks())) {
                    uncommitted++;
                }
            }
        }
        if (uncommitted > 0) {
            notes.add(uncommitted + " recordings that no entry of the log speaks of: begun when the gateway died");
        }
    }
}
