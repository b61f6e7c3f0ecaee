package dev.gatehouse.recording;

import dev.gatehouse.recording.blocks.RecordingFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Makes the files of many recordings durable. A sync mostly waits for the disk, and a disk flushes once for all who
/// wait at the same time: one after the other, the files of sixty busy sessions would keep every login and every write
/// waiting for a fifth of a second. For one thread at a time.
final class Forcing implements AutoCloseable {
    /// So many are done by whoever asks.
    private static final int FEW = 8;

    private static final int THREADS = 8;
    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("gatehouse-record-sync").factory());

    Forcing() {
        threads.allowCoreThreadTimeOut(true);
    }

    /// Returns once all are durable.
    ///
    /// @throws IOException the first failure, after all others were tried
    void force(List<RecordingFiles> files) throws IOException {
        if (files.size() <= FEW) {
            for (RecordingFiles each : files) {
                each.force();
            }
        } else {
            together(files);
        }
    }

    private void together(List<RecordingFiles> files) throws IOException {
        var all = new ArrayList<Future<?>>(files.size());
        for (RecordingFiles each : files) {
            all.add(threads.submit(() -> {
                each.force();
                return null;
            }));
        }
        IOException first = null;
        for (Future<?> each : all) {
            var failure = failure(each);
            first = first == null ? failure : first;
        }
        if (first != null) {
            throw first;
        }
    }

    /// Waits for the end; an interrupt does not cut a sync short and is kept for later.
    private static @Nullable IOException failure(Future<?> forced) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    forced.get();
                    return null;
                } catch (InterruptedException later) {
                    interrupted = true;
                } catch (ExecutionException failed) {
                    return new IOException("a recording could not be made durable", failed.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
