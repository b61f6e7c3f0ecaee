package dev.gatehouse.recording.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The local file system. What is made here, only the gateway's own user can read.
///
/// Files are appended to through [RandomAccessFile] and not through a channel: interrupting a thread closes the channel
/// it is writing to, and one interrupted session must not end the record of all.
public final class LocalDisk implements Disk {
    static final String TEMPORARY = ".tmp";

    @Override
    public AppendFile append(Path file) throws IOException {
        OwnerOnly.above(file);
        OwnerOnly.file(file);
        return new LocalFile(new RandomAccessFile(file.toFile(), "rw"));
    }

    @Override
    public void replace(Path file, byte[] content) throws IOException {
        OwnerOnly.above(file);
        Path temporary = file.resolveSibling(file.getFileName() + TEMPORARY);
        write(temporary, content);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void replaceDurably(Path file, byte[] content) throws IOException {
        OwnerOnly.above(file);
        Path temporary = file.resolveSibling(file.getFileName() + TEMPORARY);
        write(temporary, content);
        force(temporary);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (var channel = OwnerOnly.empty(file)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    @Override
    public void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void overwrite(Path file, long position, byte[] content) throws IOException {
        try (var access = new RandomAccessFile(file.toFile(), "rw")) {
            access.seek(position);
            access.write(content);
            access.getFD().sync();
        }
    }

    @Override
    public void truncate(Path file, long length) throws IOException {
        try (var access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(length);
            access.getFD().sync();
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    private static final class LocalFile implements AppendFile {
        private final RandomAccessFile file;
        private long length;

        LocalFile(RandomAccessFile file) throws IOException {
            this.file = file;
            this.length = file.length();
            file.seek(length);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            file.write(bytes, offset, count);
            length += count;
        }

        @Override
        public void force() throws IOException {
            file.getFD().sync();
        }

        @Override
        public void truncate(long to) throws IOException {
            file.setLength(to);
            file.seek(to);
            length = to;
        }

        @Override
        public long length() {
            return length;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
