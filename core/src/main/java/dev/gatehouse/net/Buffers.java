package dev.gatehouse.net;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A pool of 64 KB buffers, lent to a session while bytes flow and never kept by an idle one; and the account of larger
/// ones, which are made for one message and thrown away.
///
/// A returned buffer is wiped as far as it was used, so that no session ever sees bytes of another. Thread-safe.
public final class Buffers {
    public static final int SIZE = 64 * 1024;

    private final ArrayBlockingQueue<byte[]> free;
    private final long mostLarge;
    private final AtomicLong large = new AtomicLong();
    private final AtomicInteger lent = new AtomicInteger();

    /// @param kept how many unused buffers are kept for the next borrower
    /// @param mostLarge bytes that all buffers beyond [#SIZE] may have together
    public Buffers(int kept, long mostLarge) {
        free = new ArrayBlockingQueue<>(kept);
        this.mostLarge = mostLarge;
    }

    /// A buffer of [#SIZE] zeros; never waits.
    public byte[] lend() {
        lent.incrementAndGet();
        byte[] buffer = free.poll();
        return buffer != null ? buffer : new byte[SIZE];
    }

    /// A buffer twice as large with the same bytes, in exchange for a lent one; empty when all sessions together hold
    /// as much as they may, and then `buffer` remains lent.
    ///
    /// @param used how many bytes from the start may have been written
    public Optional<byte[]> larger(byte[] buffer, int used) {
        int size = (int) Math.min(2L * buffer.length, Integer.MAX_VALUE - 8);
        if (large.addAndGet(size) > mostLarge) {
            large.addAndGet(-size);
            return Optional.empty();
        }
        lent.incrementAndGet();
        byte[] larger = Arrays.copyOf(buffer, size);
        giveBack(buffer, used);
        return Optional.of(larger);
    }

    /// @param used how many bytes from the start may have been written
    public void giveBack(byte[] buffer, int used) {
        lent.decrementAndGet();
        if (buffer.length == SIZE) {
            Arrays.fill(buffer, 0, used, (byte) 0);
            // A full pool drops the buffer: memory follows load down again.
            boolean _ = free.offer(buffer);
        } else {
            large.addAndGet(-buffer.length);
        }
    }

    /// How many buffers are lent now.
    public int lent() {
        return lent.get();
    }

    /// How many buffers wait for a borrower.
    public int kept() {
        return free.size();
    }

    /// Bytes of lent buffers beyond [#SIZE].
    public long large() {
        return large.get();
    }
}
