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
/// Its blocks reach their file before the entries that commit to them reach the log; entries that may wait are kept
/// here together with their blocks. The lock is not held while waiting for a sync.
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
    private final List<byte[]> entries = new ArrayList<>();
    private @Nullable Sealer sealer;
    private boolean closed;

    OpenRecording(Id id, Path recordings, Disk disk, RecordKeeper keeper, SecureRandom random) {
        this.id = id;
        this.keeper = keeper;
        this.random = random;
        this.files = new RecordingFiles(RecordingPath.of(recordings, id), disk);
    }

    @Override
    public void append(Event event, Durability durability, Content... contents) {
        requireRoom(event, contents);
        try {
            long last = add(event, durability, contents);
            keeper.await(last, durability);
        } catch (IOException e) {
            throw keeper.fail(e);
        }
    }

    /// Adds the event; gives the index of its entry unless it may wait.
    private long add(Event event, Durability durability, Content[] contents) throws IOException {
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
            entries.add(writer.entry(event, id, seal(event, contents)));
            if (durability != Durability.BUFFERED || waitingBytes() > ENOUGH) {
                return handOn();
            }
            if (entries.size() > 1) {
                return -1;
            }
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
        long last = entries.isEmpty() ? -1 : keeper.append(entries);
        entries.clear();
        return last;
    }

    private int waitingBytes() {
        return sealer == null ? 0 : sealer.waitingBytes();
    }

    /// An entry that does not fit is refused before anything of it is sealed.
    private static void requireRoom(Event event, Content[] contents) {
        int bytes = EntryWriter.most(event) + contents.length * REF_BYTES;
        if (bytes > LogWriter.MAX_ENTRY || contents.length > MAX_CONTENTS) {
            throw new IllegalArgumentException("an event of " + bytes + " bytes with " + contents.length
                    + " contents; the limits are " + LogWriter.MAX_ENTRY + " and " + MAX_CONTENTS);
        }
    }
}
