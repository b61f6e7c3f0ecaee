package dev.gatehouse.recording;

import dev.gatehouse.recording.log.AppendFile;
import dev.gatehouse.recording.log.Disk;
import dev.gatehouse.recording.log.LocalDisk;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/// A disk whose n-th operation fails, once or as if the process had died there, and that can lose its power.
///
/// It forces nothing, which no test could see, but remembers what was forced: losing power takes back a random part of
/// what was appended since the last force.
final class FailingDisk implements Disk {
    enum Manner {
        ONCE,
        FOR_GOOD
    }

    private final Disk disk = new LocalDisk();
    private final Map<Path, Long> forced = new HashMap<>();
    private final long failing;
    private final Manner manner;
    private long operations;

    FailingDisk(long failing, Manner manner) {
        this.failing = failing;
        this.manner = manner;
    }

    long operations() {
        return operations;
    }

    private boolean fails() {
        operations++;
        return manner == Manner.ONCE ? operations == failing : operations >= failing;
    }

    private void operation() throws IOException {
        if (fails()) {
            throw new IOException("operation " + operations + " fails");
        }
    }

    /// Takes back what need not have survived.
    void losePower(RandomGenerator random) throws IOException {
        for (Map.Entry<Path, Long> each : forced.entrySet()) {
            if (Files.exists(each.getKey())) {
                try (var file = new RandomAccessFile(each.getKey().toFile(), "rw")) {
                    long kept = Math.min(each.getValue(), file.length());
                    file.setLength(kept + random.nextLong(file.length() - kept + 1));
                }
            }
        }
    }

    @Override
    public AppendFile append(Path file) throws IOException {
        operation();
        return new FailingFile(file, disk.append(file));
    }

    @Override
    public void replace(Path file, byte[] content) throws IOException {
        operation();
        disk.replace(file, content);
    }

    @Override
    public void replaceDurably(Path file, byte[] content) throws IOException {
        operation();
        disk.replace(file, content);
        forced.computeIfPresent(file, (path, length) -> (long) content.length);
    }

    @Override
    public void force(Path file) throws IOException {
        operation();
    }

    @Override
    public void overwrite(Path file, long position, byte[] content) throws IOException {
        operation();
        disk.overwrite(file, position, content);
    }

    @Override
    public void truncate(Path file, long length) throws IOException {
        operation();
        disk.truncate(file, length);
    }

    @Override
    public void delete(Path file) throws IOException {
        operation();
        disk.delete(file);
    }

    private final class FailingFile implements AppendFile {
        private final Path path;
        private final AppendFile file;

        FailingFile(Path path, AppendFile file) {
            this.path = path;
            this.file = file;
            forced.put(path, file.length());
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (fails()) {
                file.write(bytes, offset, length / 2);
                throw new IOException("write " + operations + " fails half-way");
            }
            file.write(bytes, offset, length);
        }

        @Override
        public void force() throws IOException {
            operation();
            forced.put(path, file.length());
        }

        @Override
        public void truncate(long length) throws IOException {
            operation();
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
