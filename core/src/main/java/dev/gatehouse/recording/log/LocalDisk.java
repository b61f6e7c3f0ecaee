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
/// Nothing is appended to or overwritten through a channel: interrupting a thread closes the channel it is writing to,
/// and one interrupted session must not end the record of all.
public final class LocalDisk implements Disk {
    static final String TEMPORARY = ".tmp";

    @Override
    public AppendFile append(Path file) throws IOException {
        OwnerOnly.above(file);
        OwnerOnly.file(file);
        return new MappedFile(file);
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
}
