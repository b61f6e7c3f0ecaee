package dev.gatehouse.gateway;

import dev.gatehouse.net.Wire;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A wire whose other end is the test: keeps what is written and notes each write beside what was recorded.
final class MemoryWire implements Wire {
    private final CallsInOrder calls;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    int writes;
    boolean closed;

    MemoryWire(CallsInOrder calls) {
        this.calls = calls;
    }

    String written() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return -1;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        calls.note("written " + length);
        writes++;
        written.write(buffer, offset, length);
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
        closed = true;
    }
}
