package dev.gatehouse.postgres.relay;

import dev.gatehouse.net.Wire;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/// A wire whose n-th read or write fails, and everything after it.
final class FailingWire implements Wire {
    private final Wire wire;
    private final int failingRead;
    private final int failingWrite;
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();

    /// @param failingRead counted from 1; 0 for none
    /// @param failingWrite the same
    FailingWire(Wire wire, int failingRead, int failingWrite) {
        this.wire = wire;
        this.failingRead = failingRead;
        this.failingWrite = failingWrite;
    }

    /// Whether a fault came to pass.
    boolean failed() {
        return failingRead > 0 && reads.get() >= failingRead || failingWrite > 0 && writes.get() >= failingWrite;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = reads.incrementAndGet();
        if (failingRead > 0 && read >= failingRead) {
            throw new IOException("read " + read + " fails");
        }
        return wire.read(buffer, offset, length);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        int write = writes.incrementAndGet();
        if (failingWrite > 0 && write >= failingWrite) {
            if (write == failingWrite) {
                wire.write(buffer, offset, length / 2);
            }
            throw new IOException("write " + write + " fails half-way");
        }
        wire.write(buffer, offset, length);
    }

    @Override
    public boolean encrypted() {
        return wire.encrypted();
    }

    @Override
    public String peer() {
        return wire.peer();
    }

    @Override
    public void timeout(int milliseconds) throws IOException {
        wire.timeout(milliseconds);
    }

    @Override
    public void close() {
        wire.close();
    }
}
