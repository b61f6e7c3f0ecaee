package dev.gatehouse.recording;

import dev.gatehouse.model.Id;
import dev.gatehouse.recording.blocks.BlockKeys;
import dev.gatehouse.recording.blocks.BlockPlace;
import dev.gatehouse.recording.blocks.KeyEraser;
import dev.gatehouse.recording.log.DirectoryLock;
import dev.gatehouse.recording.log.Disk;
import dev.gatehouse.secret.GatewayKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/// The record of one gateway below its data directory: `log/` and `recordings/`.
///
/// There is one for each data directory, which a lock makes sure of. Safe for any thread. After the first failed write
/// or sync every call throws [RecordingFailed].
public final class LogRecorder implements Recorder, AutoCloseable {

    private static final int ERASED_PER_ENTRY = 1000;

    /// Syncs for each publication: a sync is what makes the record last, tiles are for those who read it.
    private static final int SYNCS_PER_PUBLICATION = 10;

    private final Path data;
    private final Disk disk;
    private final SecureRandom random;
    private final RecordKeeper keeper;
    private final DirectoryLock lock;
    private final InstantSource clock;
    private final KeyEraser eraser;
    private final OpenRecording own;
    private final Pulse pulse;
    private int syncs;

    private LogRecorder(
            Path data,
            Disk disk,
            SecureRandom random,
            RecordKeeper keeper,
            DirectoryLock lock,
            InstantSource clock,
            RecorderSettings settings) {
        this.data = data;
        this.disk = disk;
        this.random = random;
        this.keeper = keeper;
        this.lock = lock;
        this.clock = clock;
        this.eraser = new KeyEraser(new DataLayout(data).recordings(), disk);
        this.own = newRecording(Id.random(random));
        this.pulse = new Pulse(settings.interval(), this::settleQuietly);
        if (settings.interval().isPositive()) {
            keeper.wakeWith(pulse::wake);
            pulse.start();
        }
    }

    /// Opens the record below `data`, a new one if there is none, and puts in order what a crash left behind.
    ///
    /// @throws IOException if another gateway uses it, if it was written with other keys or altered, or cannot be
    ///     written; the message says what to do
    public static LogRecorder open(
            Path data, GatewayKeys keys, RecorderSettings settings, Disk disk, InstantSource clock, SecureRandom random)
            throws IOException {
        var layout = new DataLayout(data);
        DirectoryLock lock = DirectoryLock.take(data, layout.lock());
        try {
            var reserve = new Reserve(layout.log(), disk);
            var keeper = new RecordKeeper(
                    new BlockKeys(keys), settings.sync(), failed -> reserve.lastWords(failed, clock.instant()));
            var recovery = new RecordRecovery(data, disk, keys, clock);
            keeper.writeTo(recovery.open(settings.journalBytes(), keeper));
            reserve.prepare();
            return new LogRecorder(data, disk, random, keeper, lock, clock, settings);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    @Override
    public SessionRecording open(Id session) {
        keeper.requireWhole();
        return newRecording(session);
    }

    @Override
    public void append(Event event, Durability durability, Content... contents) {
        own.append(event, durability, contents);
    }

    /// Hands on, syncs and publishes everything recorded so far.
    public void settle() {
        try {
            keeper.requireWhole();
            keeper.flushWaiting();
            keeper.log().publish();
        } catch (IOException e) {
            throw keeper.fail(e);
        }
    }

    /// Destroys the keys of `places`, so that nobody can ever read those blocks again. The log says so first.
    ///
    /// @throws IOException if a key could not be overwritten; then erase again
    public void erase(List<BlockPlace> places) throws IOException {
        for (int from = 0; from < places.size(); from += ERASED_PER_ENTRY) {
            List<BlockPlace> some = places.subList(from, Math.min(places.size(), from + ERASED_PER_ENTRY));
            List<Id> blocks = some.stream().map(BlockPlace::block).toList();
            append(new Event.Erased(clock.instant(), blocks), Durability.SYNCED);
            for (BlockPlace place : some) {
                eraser.erase(place);
            }
        }
    }

    private OpenRecording newRecording(Id id) {
        return new OpenRecording(id, new DataLayout(data).recordings(), disk, keeper, random);
    }

    /// One beat of the pulse. The failure, if any, is the next caller's.
    private void settleQuietly() {
        try {
            if (++syncs % SYNCS_PER_PUBLICATION == 0) {
                settle();
            } else {
                sync();
                pulse.wake();
            }
        } catch (RecordingFailed failed) {
            keeper.wakeWith(() -> {});
        }
    }

    private void sync() {
        try {
            keeper.requireWhole();
            keeper.flushWaiting();
            keeper.log().sync();
        } catch (IOException e) {
            throw keeper.fail(e);
        }
    }

    /// Whether it could not be written once, so that nothing is recorded any more.
    public boolean failed() {
        return keeper.failed();
    }

    /// How many entries the log has.
    public long size() {
        return keeper.log().size();
    }

    @Override
    public void close() throws IOException {
        pulse.close();
        try (lock) {
            own.close();
            if (keeper.failed()) {
                keeper.log().abandon();
            } else {
                keeper.flushWaiting();
                keeper.log().close();
            }
        } finally {
            keeper.close();
        }
    }
}
