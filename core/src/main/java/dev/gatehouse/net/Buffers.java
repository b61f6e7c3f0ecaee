package dev.gatehouse.net;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;

/// A pool of 64 KB buffers, lent to a session while bytes flow and never kept by an idle one.
///
/// A returned buffer is wiped as far as it was used, so that no session ever sees bytes of another.
public final class Buffers {
    public static final int SIZE = 64 * 1024;

    private final ArrayBlockingQueue<byte[]> free;

    /// @param kept how many unused buffers are kept for the next borrower
    public Buffers(int kept) {
        free = new ArrayBlockingQueue<>(kept);
    }

    /// A buffer of [#SIZE] zeros; never waits.
    public byte[] lend() {
        byte[] buffer = free.poll();
        return buffer != null ? buffer : new byte[SIZE];
    }

    /// @param used how many bytes from the start may have been written
    public void giveBack(byte[] buffer, int used) {
        if (buffer.length == SIZE) {
            Arrays.fill(buffer, 0, used, (byte) 0);
            // A full pool drops the buffer: memory follows load down again.
            boolean _ = free.offer(buffer);
        }
    }
}
