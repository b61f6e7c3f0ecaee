package dev.gatehouse.recording;

import dev.gatehouse.recording.log.AppendFile;
import dev.gatehouse.recording.log.Disk;
import dev.gatehouse.recording.log.LocalDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A disk with so much room and no more; what is deleted makes room again.
final class FullDisk implements Disk {
    private final Disk disk = new LocalDisk();
    private long room;

    FullDisk(long room) {
        this.room = room;
    }

    private void take(long bytes) throws IOException {
        if (bytes > room) {
            throw new IOException("No space left on device");
        }
        room -= bytes;
    }

    @Override
    public AppendFile append(Path file) throws IOException {
        return new Bounded(disk.append(file));
    }

    @Override
    public void replace(Path file, byte[] content) throws IOException {
        take(content.length);
        disk.replace(file, content);
    }

    @Override
    public void replaceDurably(Path file, byte[] content) throws IOException {
        take(content.length);
        disk.replace(file, content);
    }

    @Override
    public void force(Path file) {
        // Nothing that this test could see.
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
        if (Files.isRegularFile(file)) {
            room += Files.size(file);
        }
        disk.delete(file);
    }

    private final class Bounded implements AppendFile {
        private final AppendFile file;

        Bounded(AppendFile file) {
            this.file = file;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int fits = (int) Math.min(length, room);
            file.write(bytes, offset, fits);
            room -= fits;
            if (fits < length) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void force() {
            // Nothing that this test could see.
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
