package dev.gatehouse.recording;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import dev.gatehouse.recording.Recorded.State;
import dev.gatehouse.recording.Recorded.StoredContent;
import dev.gatehouse.recording.blocks.BlockFile;
import dev.gatehouse.recording.blocks.BlockKeys;
import dev.gatehouse.recording.blocks.BlockPlace;
import dev.gatehouse.recording.blocks.BlockRef;
import dev.gatehouse.recording.blocks.Opener;
import dev.gatehouse.recording.blocks.RecordingPath;
import dev.gatehouse.recording.log.LogPart;
import dev.gatehouse.recording.log.LogReader;
import dev.gatehouse.secret.GatewayKeys;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads the record below a data directory with the gateway's keys, also while a gateway is writing it. Changes
/// nothing. For one thread.
public final class RecordingReader implements AutoCloseable {
    /// Takes one event.
    @FunctionalInterface
    public interface Events {
        void take(Recorded recorded) throws IOException;
    }

    private final Path data;
    private final BlockKeys keys;

    public RecordingReader(Path data, GatewayKeys keys) {
        this.data = data;
        this.keys = new BlockKeys(keys);
    }

    /// All sessions in the order in which they began.
    public List<SessionSummary> sessions() throws IOException {
        Map<Id, SessionSummary> sessions = new LinkedHashMap<>();
        entries((index, part, recording) -> {
            if (part.event() instanceof Event.InSession event) {
                sessions.compute(event.session(), (id, before) -> SessionSummaries.add(before, event));
            }
        });
        return List.copyOf(sessions.values());
    }

    /// The events of one session with their contents, in order.
    public List<Recorded> events(Id session) throws IOException {
        List<Recorded> events = new ArrayList<>();
        events(session, events::add);
        return events;
    }

    /// Hands the events of one session to `events` one by one, in order.
    public void events(Id session, Events events) throws IOException {
        try (var contents = new Contents(session)) {
            entries((index, part, recording) -> {
                if (part.event() instanceof Event.InSession event
                        && event.session().equals(session)) {
                    events.take(contents.open(index, part));
                }
            });
        }
    }

    /// Hands the events of all sessions to `events` in one pass, in order, with the contents of those that `opened`
    /// names and without the contents of the others.
    public void allEvents(Predicate<Event.InSession> opened, Events events) throws IOException {
        try (var recordings = new OpenContents()) {
            entries((index, part, recording) -> {
                if (part.event() instanceof Event.InSession event) {
                    events.take(
                            opened.test(event)
                                    ? recordings.of(event.session()).open(index, part)
                                    : new Recorded(index, event, List.of()));
                }
            });
        }
    }

    /// The events outside sessions: the gateway's own.
    public void gatewayEvents(Events events) throws IOException {
        entries((index, part, recording) -> {
            if (!(part.event() instanceof Event.InSession)) {
                try (var contents = new Contents(recording == null ? new Id(0, 0) : recording)) {
                    events.take(contents.open(index, part));
                }
            }
        });
    }

    /// Writes what the client of `session` received, byte for byte, as far as it was not erased.
    public void replay(Id session, OutputStream out) throws IOException {
        events(session, recorded -> {
            for (StoredContent content : recorded.contents()) {
                if (content.kind() == Content.Kind.DELIVERED) {
                    Slice bytes = content.bytesOrEmpty();
                    out.write(bytes.array(), bytes.offset(), bytes.length());
                }
            }
        });
    }

    @Override
    public void close() {
        keys.close();
    }

    @FunctionalInterface
    private interface Entries {
        void take(long index, Entry.Part part, @Nullable Id recording) throws IOException;
    }

    /// As the other one, of the entries of `part` alone; gives how many entries the log has.
    public long allEvents(LogPart part, Predicate<Event> opened, Events events) throws IOException {
        try (var recordings = new OpenContents()) {
            return entries(
                    part,
                    (index, step, recording) -> events.take(
                            recording != null && opened.test(step.event())
                                    ? recordings.of(recording).open(index, step)
                                    : new Recorded(index, step.event(), List.of())));
        }
    }

    /// As the other one, where it is known in which part of the log the session lies.
    public void events(Id session, LogPart part, Events events) throws IOException {
        try (var contents = new Contents(session)) {
            entries(part, (index, step, recording) -> {
                if (step.event() instanceof Event.InSession event
                        && event.session().equals(session)) {
                    events.take(contents.open(index, step));
                }
            });
        }
    }

    private void entries(Entries entries) throws IOException {
        entries(LogPart.ALL, entries);
    }

    private long entries(LogPart part, Entries entries) throws IOException {
        return new LogReader(new DataLayout(data).log()).read(part, (index, bytes) -> {
            try {
                Entry entry = Entry.decode(bytes);
                for (Entry.Part each : entry.parts()) {
                    entries.take(index, each, entry.recording());
                }
            } catch (Entry.Malformed e) {
                throw new IOException("entry " + index + " of the log is damaged (" + e.getMessage()
                        + "); run: gatehouse verify " + data);
            }
        });
    }

    /// The recordings that were looked into last, each where it was left: sessions of one time lie mixed in the log.
    private final class OpenContents implements AutoCloseable {
        private static final int MOST = 64;

        private final LinkedHashMap<Id, Contents> open = new LinkedHashMap<>(16, 0.75f, true);

        Contents of(Id recording) throws IOException {
            Contents contents = open.computeIfAbsent(recording, Contents::new);
            if (open.size() > MOST) {
                open.pollFirstEntry().getValue().close();
            }
            return contents;
        }

        @Override
        public void close() throws IOException {
            for (Contents contents : open.values()) {
                contents.close();
            }
        }
    }

    /// The contents of one recording, read forward.
    private final class Contents implements AutoCloseable {
        private final Opener opener;
        private final RecordingPath path;
        private long offset = RecordingPath.FILE_HEADER;
        private @Nullable BlockFile file;

        Contents(Id recording) {
            this.opener = new Opener(recording, keys);
            this.path = RecordingPath.of(new DataLayout(data).recordings(), recording);
        }

        Recorded open(long index, Entry.Part part) throws IOException {
            List<StoredContent> contents = new ArrayList<>();
            for (BlockRef ref : part.blocks()) {
                contents.add(open(ref));
            }
            return new Recorded(index, part.event(), contents);
        }

        private StoredContent open(BlockRef ref) throws IOException {
            Optional<BlockFile.Block> block = find(ref);
            if (block.isEmpty() || file == null) {
                var gone = new State.Unreadable("the block is missing; run: gatehouse verify " + data);
                return new StoredContent(place(ref), Content.Kind.OTHER, List.of(), Instant.EPOCH, gone);
            }
            var header = block.get().header();
            return new StoredContent(
                    place(ref),
                    header.kind(),
                    header.categories(),
                    header.at(),
                    state(block.get(), file.slot(ref.sequence()), ref));
        }

        private BlockPlace place(BlockRef ref) {
            return new BlockPlace(path.id(), ref.sequence(), ref.id());
        }

        private State state(BlockFile.Block block, byte[] slot, BlockRef ref) {
            try {
                return opener.open(block, slot, ref)
                        .<State>map(State.Readable::new)
                        .orElseGet(State.Erased::new);
            } catch (GeneralSecurityException e) {
                return new State.Unreadable("the block does not open with these keys; run: gatehouse verify " + data);
            }
        }

        private Optional<BlockFile.Block> find(BlockRef ref) throws IOException {
            if (file == null) {
                if (!Files.exists(path.blocks()) || !Files.exists(path.keys())) {
                    return Optional.empty();
                }
                file = new BlockFile(path);
            }
            Optional<BlockFile.Block> block = file.blockAt(offset);
            while (block.isPresent() && block.get().header().sequence() < ref.sequence()) {
                block = file.blockAt(block.get().end());
            }
            block = block.filter(found -> found.header().id().equals(ref.id()));
            block.ifPresent(found -> offset = found.end());
            return block;
        }

        @Override
        public void close() throws IOException {
            if (file != null) {
                file.close();
            }
        }
    }
}
