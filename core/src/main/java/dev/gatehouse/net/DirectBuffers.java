package dev.gatehouse.net;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;

/// Memory that the kernel reads into and writes from, lent for one call.
///
/// The JDK keeps such memory for each thread, as much as its largest call ever needed: after one large answer every
/// idle
/// session would hold it for ever. What is read here is only what was written here before, so nothing is wiped.
/// Thread-safe.
final class DirectBuffers {
    static final int SIZE = 64 * 1024;

    private final ArrayBlockingQueue<ByteBuffer> free;

    /// @param kept how many wait for a borrower at most; further ones are left to the collector
    DirectBuffers(int kept) {
        free = new ArrayBlockingQueue<>(kept);
    }

    /// An empty buffer with room for [#SIZE] bytes; never waits.
    ByteBuffer lend() {
        var buffer = free.poll();
        return buffer != null ? buffer.clear() : ByteBuffer.allocateDirect(SIZE);
    }

    void giveBack(ByteBuffer buffer) {
        boolean _ = free.offer(buffer);
    }
}
