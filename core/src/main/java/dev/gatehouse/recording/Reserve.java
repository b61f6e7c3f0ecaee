package dev.gatehouse.recording;

import dev.gatehouse.recording.log.AppendFile;
import dev.gatehouse.recording.log.Disk;
import dev.gatehouse.recording.log.LogWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A megabyte on disk that is given up when the record fails, so that there is room to say so.
final class Reserve {
    private static final int BYTES = 1 << 20;

    private final Path file;
    private final Disk disk;

    Reserve(Path log, Disk disk) {
        this.file = log.resolve("reserve");
        this.disk = disk;
    }

    void prepare() throws IOException {
        if (Files.exists(file) && Files.size(file) == BYTES) {
            return;
        }
        disk.delete(file);
        try (AppendFile reserve = disk.append(file)) {
            reserve.write(new byte[BYTES], 0, BYTES);
            reserve.force();
        }
    }

    /// Makes room and writes that the record failed; if even that fails, the next start will find out by itself.
    @SuppressWarnings("EmptyCatch")
    void lastWords(LogWriter log, Instant at) {
        try {
            disk.delete(file);
            log.lastWords(new Entry(new Event.RecordFailed(at), null, List.of()).encode());
        } catch (IOException nothingMoreCanBeDone) {
            // The first failure is what the caller reports.
        }
    }
}
