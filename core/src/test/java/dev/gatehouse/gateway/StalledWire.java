package dev.gatehouse.gateway;

import dev.gatehouse.net.Wire;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/// A wire to a client that reads nothing: a write blocks until the wire is closed, and fails then.
final class StalledWire implements Wire {
    final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return -1;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        reached.countDown();
        try {
            closed.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("closed while writing");
    }

    @Override
    public boolean encrypted() {
        return true;
    }

    @Override
    public String peer() {
        return "192.0.2.1:5432";
    }

    @Override
    public void timeout(int milliseconds) {}

    @Override
    public void close() {
        closed.countDown();
    }
}
