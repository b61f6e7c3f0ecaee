package dev.gatehouse.gateway;

import dev.gatehouse.model.Slice;
import dev.gatehouse.net.Wire;
import java.io.IOException;
import java.util.Arrays;

/// The way from a session to its target. There is no other: whoever sends must show an exchange of this session.
public final class Upstream {
    private static final int FIRST = 1024;
    private static final int FULL = 64 * 1024;

    private final Session session;
    private final Wire target;
    private byte[] buffer = new byte[FIRST];
    private int used;

    /// Up to here it leaves with the next flush; what is behind waits for what comes after it.
    private int due;

    /// Takes over a wire on which the gateway has logged in. Its answers are read by the protocol.
    public Upstream(Session session, Wire target) {
        this.session = session;
        this.target = target;
    }

    /// Takes bytes of an admitted operation; they leave with the next [#flush], or when many have come together. One
    /// thread.
    public void forward(Exchange exchange, byte[] bytes, int offset, int length) throws IOException {
        if (!exchange.of(session)) {
            throw new IllegalArgumentException("an exchange of another session was shown to Upstream.forward");
        }
        if (used + length > FULL) {
            due = used;
            flush();
        }
        if (length > FULL) {
            target.write(bytes, offset, length);
            return;
        }
        keep(bytes, offset, length);
        due = used;
    }

    /// Takes bytes of an admitted operation with which the target need not begin yet: they leave with the next that
    /// it must have. So nothing is locked, perhaps as long as people decide, for a statement that may never run.
    public void forwardWithNext(Exchange exchange, byte[] bytes, int offset, int length) throws IOException {
        int before = due;
        forward(exchange, bytes, offset, length);
        due = Math.min(before, due);
    }

    private void keep(byte[] bytes, int offset, int length) {
        if (used + length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(FULL, Math.max(2 * buffer.length, used + length)));
        }
        System.arraycopy(bytes, offset, buffer, used, length);
        used += length;
    }

    public void forward(Exchange exchange, Slice bytes) throws IOException {
        forward(exchange, bytes.array(), bytes.offset(), bytes.length());
    }

    /// Sends what was taken, but for what waits for the next. One write for many messages: the target answers them
    /// in one go as well.
    public void flush() throws IOException {
        if (due > 0) {
            target.write(buffer, 0, due);
            used -= due;
            System.arraycopy(buffer, due, buffer, 0, used);
            due = 0;
            if (used == 0 && buffer.length > FIRST) {
                buffer = new byte[FIRST];
            }
        }
    }

    public int read(byte[] buffer, int offset, int length) throws IOException {
        return target.read(buffer, offset, length);
    }

    public void close() {
        target.close();
    }
}
