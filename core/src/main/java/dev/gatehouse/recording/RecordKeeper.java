package dev.gatehouse.recording;

import dev.gatehouse.recording.blocks.BlockKeys;
import dev.gatehouse.recording.blocks.RecordingFiles;
import dev.gatehouse.recording.log.LogWriter;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What all open recordings share: the log, which of them still hold something back, which files are to be forced with
/// the next sync, and the first failure, after which nothing is recorded any more. Safe for any thread.
final class RecordKeeper implements LogWriter.Companions {
    /// Called once, with the lock of no recording held, when the record failed.
    @FunctionalInterface
    interface LastWords {
        void say(LogWriter log);
    }

    private final Set<OpenRecording> waiting = ConcurrentHashMap.newKeySet();
    private final Set<RecordingFiles> unforced = ConcurrentHashMap.newKeySet();
    private final Forcing forcing = new Forcing();
    private final AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
    private final BlockKeys keys;
    private final RecorderSettings.Sync sync;
    private final LastWords lastWords;
    private @Nullable LogWriter log;
    private volatile Runnable wake = () -> {};

    RecordKeeper(BlockKeys keys, RecorderSettings.Sync sync, LastWords lastWords) {
        this.keys = keys;
        this.sync = sync;
        this.lastWords = lastWords;
    }

    void writeTo(LogWriter opened) {
        log = opened;
    }

    void wakeWith(Runnable alarm) {
        wake = alarm;
    }

    BlockKeys keys() {
        return keys;
    }

    void requireWhole() {
        IOException failed = failure.get();
        if (failed != null) {
            throw new RecordingFailed(failed);
        }
    }

    /// Everything fails from now on; says so in the log if that is still possible.
    RecordingFailed fail(IOException cause) {
        if (failure.compareAndSet(null, cause)) {
            lastWords.say(log());
        }
        return new RecordingFailed(cause);
    }

    boolean failed() {
        return failure.get() != null;
    }

    /// `recording` holds something back that must not wait long.
    void later(OpenRecording recording) {
        waiting.add(recording);
        wake.run();
    }

    /// The next sync must force `files`; called after their write and before the entries that speak of it.
    void unforced(RecordingFiles files) {
        unforced.add(files);
    }

    /// Writes them to the log, one behind the other; the index of the last.
    long append(List<byte[]> entries) throws IOException {
        long index = log().append(entries);
        wake.run();
        return index;
    }

    void await(long index, Durability durability) throws IOException {
        switch (durability) {
            case BUFFERED -> {}
            case WRITTEN -> {
                if (sync == RecorderSettings.Sync.ALWAYS) {
                    log().synced(index);
                }
            }
            case SYNCED -> log().synced(index);
        }
    }

    /// Hands on what the recordings hold back.
    void flushWaiting() {
        for (OpenRecording each : List.copyOf(waiting)) {
            waiting.remove(each);
            each.flush();
        }
    }

    @Override
    public void force() throws IOException {
        var files = List.copyOf(unforced);
        files.forEach(unforced::remove);
        forcing.force(files);
    }

    /// No file is forced any more.
    void close() {
        forcing.close();
        keys.close();
    }

    LogWriter log() {
        if (log == null) {
            throw new IllegalStateException("the log is not open yet");
        }
        return log;
    }
}
