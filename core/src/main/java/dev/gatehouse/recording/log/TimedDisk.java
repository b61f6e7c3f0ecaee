package dev.gatehouse.recording.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// A disk whose syncs are timed.
public final class TimedDisk implements Disk {
    private final Disk disk;
    private final Syncs syncs;

    public TimedDisk(Disk disk, Syncs syncs) {
        this.disk = disk;
        this.syncs = syncs;
    }

    @Name("dev.gatehouse.Sync")
    @Label("Sync")
    @Description("A file of the record was made durable")
    @Category("Gatehouse")
    @StackTrace(false)
    static final class SyncEvent extends jdk.jfr.Event {
        @Label("File")
        String file = "";
    }

    private interface Forcing {
        void force() throws IOException;
    }

    private void timed(Path file, Forcing forcing) throws IOException {
        var event = new SyncEvent();
        event.begin();
        long began = System.nanoTime();
        try {
            forcing.force();
        } finally {
            syncs.synced(Duration.ofNanos(System.nanoTime() - began));
            if (event.shouldCommit()) {
                event.file = String.valueOf(file.getFileName());
                event.commit();
            }
        }
    }

    @Override
    public AppendFile append(Path file) throws IOException {
        return new TimedFile(file, disk.append(file));
    }

    @Override
    public void replace(Path file, byte[] content) throws IOException {
        disk.replace(file, content);
    }

    @Override
    public void replaceDurably(Path file, byte[] content) throws IOException {
        timed(file, () -> disk.replaceDurably(file, content));
    }

    @Override
    public void force(Path file) throws IOException {
        timed(file, () -> disk.force(file));
    }

    @Override
    public void overwrite(Path file, long position, byte[] content) throws IOException {
        disk.overwrite(file, position, content);
    }

    @Override
    public void truncate(Path file, long length) throws IOException {
        disk.truncate(file, length);
    }

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    private final class TimedFile implements AppendFile {
        private final Path path;
        private final AppendFile file;

        TimedFile(Path path, AppendFile file) {
            this.path = path;
            this.file = file;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            file.write(bytes, offset, length);
        }

        @Override
        public void force() throws IOException {
            timed(path, file::force);
        }

        @Override
        public void truncate(long length) throws IOException {
            file.truncate(length);
        }

        @Override
        public long length() {
            return file.length();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
