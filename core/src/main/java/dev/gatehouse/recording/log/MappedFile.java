package dev.gatehouse.recording.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// A file that is appended to through memory. An append is a copy instead of a system call, and survives the end of
/// this process all the same: the pages belong to the operating system.
///
/// Room is filled with zeros before it is mapped, so that a full disk is an error then and no fault later. While the
/// file is open, and after a crash, such zeros stand behind its [#length]; [#truncate] and [#close] cut them off. What
/// is too large for a window is written as ever.
final class MappedFile implements AppendFile {
    private static final int FIRST = 16 << 10;

    /// To unmap a window, the JVM stops every thread for a moment: a busy file needs few and large ones.
    private static final int MOST = 1 << 20;

    /// From here on, zeros first would cost more than the system call that they save.
    private static final int LARGE = 128 << 10;

    private static final byte[] ZEROS = new byte[256 << 10];

    /// Behind every window, so that an open file ends in zeros, whatever a reader sees of an append under way.
    private static final int MARGIN = 8;

    private final Path path;
    private final RandomAccessFile file;
    private @Nullable Arena arena;
    private MemorySegment window = MemorySegment.NULL;
    private long windowStart;
    private int nextSize = FIRST;
    private long room;
    private long length;

    MappedFile(Path path) throws IOException {
        this.path = path;
        this.file = new RandomAccessFile(path.toFile(), "rw");
        this.length = file.length();
        this.room = length;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        if (count > LARGE) {
            file.seek(length);
            file.write(bytes, offset, count);
            unmap();
            room = Math.max(room, length + count);
        } else {
            copy(bytes, offset, count);
        }
        length += count;
    }

    private void copy(byte[] bytes, int offset, int count) throws IOException {
        if (length + count > windowStart + window.byteSize()) {
            moveOn(count);
        }
        try {
            put(bytes, offset, length - windowStart, count);
        } catch (InternalError fault) {
            // How the JVM reports that the disk could not take, or give, a page after all.
            throw new IOException(path + " could not be written through memory", fault);
        }
    }

    /// The first four bytes come last, and in one: who reads meanwhile, or after this process was killed in the middle,
    /// finds the whole append or zeros where it would begin.
    private void put(byte[] bytes, int offset, long at, int count) {
        if (count <= Integer.BYTES) {
            MemorySegment.copy(bytes, offset, window, ValueLayout.JAVA_BYTE, at, count);
            return;
        }
        int rest = count - Integer.BYTES;
        MemorySegment.copy(bytes, offset + Integer.BYTES, window, ValueLayout.JAVA_BYTE, at + Integer.BYTES, rest);
        int first = MemorySegment.ofArray(bytes).get(ValueLayout.JAVA_INT_UNALIGNED, offset);
        VarHandle.releaseFence();
        window.set(ValueLayout.JAVA_INT_UNALIGNED, at, first);
    }

    /// Maps the next window, which begins where the file ends.
    private void moveOn(int least) throws IOException {
        int size = nextSize;
        while (size < least) {
            size *= 2;
        }
        makeRoom(length + size + MARGIN);
        unmap();
        var next = Arena.ofShared();
        try {
            window = map(length, size, next);
        } catch (IOException | RuntimeException | Error failed) {
            next.close();
            throw failed;
        }
        arena = next;
        windowStart = length;
        nextSize = Math.min(MOST, 2 * size);
    }

    private void makeRoom(long end) throws IOException {
        if (room < end) {
            file.seek(room);
            while (room < end) {
                int zeros = (int) Math.min(ZEROS.length, end - room);
                file.write(ZEROS, 0, zeros);
                room += zeros;
            }
        }
    }

    /// Through a channel of its own: interrupting a thread closes the channel that it uses, and one interrupted session
    /// must not end the record of all.
    private MemorySegment map(long from, int size, Arena lifetime) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try (var channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                    return channel.map(FileChannel.MapMode.READ_WRITE, from, size, lifetime);
                } catch (ClosedByInterruptException again) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void unmap() {
        if (arena != null) {
            arena.close();
            arena = null;
        }
        window = MemorySegment.NULL;
        windowStart = 0;
    }

    /// The operating system carries mapped pages to the disk like written ones.
    @Override
    public void force() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void truncate(long to) throws IOException {
        unmap();
        file.setLength(to);
        room = to;
        length = to;
        nextSize = FIRST;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void close() throws IOException {
        try (file) {
            if (room > length) {
                truncate(length);
            }
            unmap();
        }
    }
}
