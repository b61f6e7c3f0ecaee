package dev.gatehouse.postgres.relay;

import dev.gatehouse.net.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// One end of a duplex byte stream in memory. A read that gets nothing for half a minute fails, so that no test hangs.
final class MemoryWire implements Wire {
    private static final byte[] END = new byte[0];
    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<byte[]> in;
    private final BlockingQueue<byte[]> out;
    private final AtomicBoolean closed;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private byte[] rest = new byte[0];

    private MemoryWire(BlockingQueue<byte[]> in, BlockingQueue<byte[]> out, AtomicBoolean closed) {
        this.in = in;
        this.out = out;
        this.closed = closed;
    }

    record Pair(MemoryWire near, MemoryWire far) {}

    static Pair pair() {
        var there = new LinkedBlockingQueue<byte[]>();
        var back = new LinkedBlockingQueue<byte[]>();
        var closed = new AtomicBoolean();
        return new Pair(new MemoryWire(there, back, closed), new MemoryWire(back, there, closed));
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (rest.length == 0) {
            rest = next();
            if (rest.length == 0) {
                in.add(END);
                return -1;
            }
        }
        int count = Math.min(length, rest.length);
        System.arraycopy(rest, 0, buffer, offset, count);
        rest = Arrays.copyOfRange(rest, count, rest.length);
        return count;
    }

    private byte[] next() throws IOException {
        try {
            byte[] next = in.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new SocketTimeoutException("nothing came");
            }
            return next;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }

    @Override
    public synchronized void write(byte[] buffer, int offset, int length) throws IOException {
        if (closed.get()) {
            throw new IOException("closed");
        }
        if (length > 0) {
            written.write(buffer, offset, length);
            out.add(Arrays.copyOfRange(buffer, offset, offset + length));
        }
    }

    /// Everything written to this end.
    synchronized byte[] written() {
        return written.toByteArray();
    }

    @Override
    public boolean encrypted() {
        return true;
    }

    @Override
    public String peer() {
        return "memory:1";
    }

    @Override
    public void timeout(int milliseconds) {
        // Patience is fixed.
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            in.add(END);
            out.add(END);
        }
    }
}
