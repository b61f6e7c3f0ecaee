package dev.gatehouse.recording;

import dev.gatehouse.model.Id;
import dev.gatehouse.recording.blocks.BlockRef;
import dev.gatehouse.recording.blocks.RecordingFiles;
import dev.gatehouse.recording.blocks.RecordingPath;
import dev.gatehouse.recording.blocks.Sealer;
import dev.gatehouse.recording.log.Disk;
import dev.gatehouse.recording.log.LogWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One recording that is being written.
///
/// Its blocks reach their file before the entries that commit to them reach the log; events that may wait are kept here
/// together with their blocks, and share an entry with those they waited for. The lock is not held while waiting for a
/// sync.
final class OpenRecording implements SessionRecording {
    private static final int ENOUGH = 64 << 10;
    private static final int MAX_CONTENTS = 256;
    private static final int REF_BYTES = 140;

    private final Id id;
    private final RecordKeeper keeper;
    private final SecureRandom random;
    private final RecordingFiles files;
    private final ReentrantLock lock = new ReentrantLock();
    private final EntryWriter writer = new EntryWriter();
    private final List<Waiting> waiting = new ArrayList<>();
    private @Nullable Sealer sealer;

    /// Whether whoever syncs will come by and flush.
    private boolean expected;
    private boolean closed;

    /// What has no place in the log yet.
    ///
    /// @param most it takes no more room in an entry
    private record Waiting(Entry.Part part, int most) {
        boolean shares() {
            return EntryWriter.shares(part.event());
        }
    }

    OpenRecording(Id id, Path recordings, Disk disk, RecordKeeper keeper, SecureRandom random) {
        this.id = id;
        this.keeper = keeper;
        this.random = random;
        this.files = new RecordingFiles(RecordingPath.of(recordings, id), disk);
    }

    @Override
    public void append(Event event, Durability durability, Content... contents) {
        int room = room(event, contents);
        try {
            long last = add(event, room, durability, contents);
            keeper.await(last, durability);
        } catch (IOException e) {
            throw keeper.fail(e);
        }
    }

    /// Adds the event; gives the index of its entry unless it may wait.
    private long add(Event event, int room, Durability durability, Content[] contents) throws IOException {
        lock.lock();
        try {
            keeper.requireWhole();
            if (closed) {
                throw new IllegalStateException("recording " + id + " is closed");
            }
            if (event instanceof Event.SessionEnded) {
                handOn();
                files.trim();
            }
            waiting.add(new Waiting(new Entry.Part(event, seal(event, contents)), room));
            if (durability != Durability.BUFFERED || waitingBytes() > ENOUGH) {
                return handOn();
            }
            if (expected) {
                return -1;
            }
            expected = true;
        } finally {
            lock.unlock();
        }
        keeper.later(this);
        return -1;
    }

    /// Hands on what waits; called by whoever syncs.
    void flush() {
        lock.lock();
        try {
            expected = false;
            keeper.requireWhole();
            handOn();
        } catch (IOException e) {
            throw keeper.fail(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            if (!keeper.failed()) {
                handOn();
            }
            files.finish();
            keeper.unforced(files);
        } catch (IOException e) {
            throw keeper.fail(e);
        } finally {
            lock.unlock();
        }
    }

    private List<BlockRef> seal(Event event, Content[] contents) throws IOException {
        if (contents.length == 0) {
            return List.of();
        }
        List<BlockRef> refs = new ArrayList<>(contents.length);
        for (Content content : contents) {
            if (sealer == null) {
                sealer = new Sealer(id, keeper.keys(), random);
            }
            try {
                refs.add(sealer.seal(content, event.at()));
            } catch (GeneralSecurityException e) {
                throw new IOException("sealing failed", e);
            }
        }
        return refs;
    }

    private long handOn() throws IOException {
        if (sealer != null && sealer.waitingBytes() > 0) {
            if (files.write(sealer.takeBlocks(), sealer.takeSlots())) {
                keeper.unforced(files);
            }
        }
        if (waiting.isEmpty()) {
            return -1;
        }
        long last = keeper.append(entries());
        waiting.clear();
        return last;
    }

    /// Steps that follow each other share an entry as far as there is room in it.
    private List<byte[]> entries() {
        var entries = new ArrayList<byte[]>(1);
        var parts = new ArrayList<Entry.Part>(waiting.size());
        int room = 0;
        boolean open = false;
        for (Waiting next : waiting) {
            if (!parts.isEmpty() && !(open && next.shares() && next.most() <= room)) {
                entries.add(writer.entry(parts, id));
                parts.clear();
            }
            open = next.shares();
            room = (parts.isEmpty() ? LogWriter.MAX_ENTRY : room) - next.most();
            parts.add(next.part());
        }
        entries.add(writer.entry(parts, id));
        return entries;
    }

    private int waitingBytes() {
        return sealer == null ? 0 : sealer.waitingBytes();
    }

    /// How much room it may take in an entry. One that does not fit is refused before anything of it is sealed.
    private static int room(Event event, Content[] contents) {
        int bytes = EntryWriter.most(event) + contents.length * REF_BYTES;
        if (bytes > LogWriter.MAX_ENTRY || contents.length > MAX_CONTENTS) {
            throw new IllegalArgumentException("an event of " + bytes + " bytes with " + contents.length
                    + " contents; the limits are " + LogWriter.MAX_ENTRY + " and " + MAX_CONTENTS);
        }
        return bytes;
    }
}
