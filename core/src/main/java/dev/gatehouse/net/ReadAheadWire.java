package dev.gatehouse.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Optional;

/// A wire that notices at once that its other end is gone, also while its reader waits for something else.
///
/// For that a thread of its own reads on, up to [#MOST] bytes, and is blocked there as long as nothing comes: a wait
/// costs nothing. What it reads is what the reader gets next, also long after the wait. One reader, which is also the
/// one that calls [#lookOut] and [#timeout]; otherwise as any wire.
public final class ReadAheadWire implements Wire {
    /// Bytes that are read ahead; somebody who has sent more is thought to be there.
    static final int MOST = 4096;

    private final Wire wire;
    private final Threads threads;
    private int timeout;

    /// Only the reader's: absent as long as nothing was read ahead that it has not had.
    private Optional<Ahead> ahead = Optional.empty();

    public ReadAheadWire(Wire wire, Threads threads) {
        this.wire = wire;
        this.threads = threads;
    }

    /// Looks out for the other end's leaving until the next read.
    ///
    /// @param gone is run once when it leaves, by another thread; at once if it has left already
    public void lookOut(Runnable gone) throws IOException {
        if (ahead.isEmpty()) {
            wire.timeout(0);
            ahead = Optional.of(new Ahead(wire));
        }
        var looking = ahead.get();
        if (looking.begins(gone)) {
            threads.start("look-out", looking::run);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (ahead.isEmpty()) {
            return wire.read(buffer, offset, length);
        }
        int taken = ahead.get().take(buffer, offset, length, timeout);
        if (taken != 0) {
            return taken;
        }
        ahead = Optional.empty();
        wire.timeout(timeout);
        return wire.read(buffer, offset, length);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
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
        timeout = milliseconds;
        if (ahead.isEmpty()) {
            wire.timeout(milliseconds);
        }
    }

    @Override
    public void admitted() {
        wire.admitted();
    }

    @Override
    public void close() {
        wire.close();
    }

    /// What is read meanwhile. Thread-safe.
    private static final class Ahead {
        private final Wire wire;
        private final byte[] bytes = new byte[MOST];
        private Runnable gone = () -> {};
        private Optional<IOException> broken = Optional.empty();
        private int from;
        private int to;
        private boolean ended;

        /// The reader waits for bytes: what comes is handed to it, and no more is read ahead.
        private boolean wanted;

        private boolean reading;

        Ahead(Wire wire) {
            this.wire = wire;
        }

        /// Whether a thread is to [#run] now; none is while one does already, or when there is nothing to look out for.
        boolean begins(Runnable next) {
            boolean already;
            boolean starts;
            synchronized (this) {
                gone = next;
                wanted = false;
                already = over();
                starts = !reading && !already && to < MOST;
                reading |= starts;
            }
            if (already) {
                next.run();
            }
            return starts;
        }

        private boolean over() {
            return ended || broken.isPresent();
        }

        void run() {
            boolean more = true;
            while (more) {
                int read = 0;
                Optional<IOException> failure = Optional.of(new IOException("the reader of this wire failed"));
                try {
                    read = wire.read(bytes, to, MOST - to);
                    failure = Optional.empty();
                } catch (IOException lost) {
                    failure = Optional.of(lost);
                } finally {
                    more = came(read, failure);
                }
            }
        }

        /// Whether to read on.
        private boolean came(int read, Optional<IOException> failure) {
            Optional<Runnable> left;
            boolean more;
            synchronized (this) {
                to += Math.max(0, read);
                ended = read < 0;
                broken = failure;
                left = over() ? Optional.of(gone) : Optional.empty();
                more = !over() && to < MOST && !wanted;
                reading = more;
                notifyAll();
            }
            left.ifPresent(Runnable::run);
            return more;
        }

        /// The bytes read ahead, as far as they fit; 0 when there are no more and the wire itself is to be read.
        synchronized int take(byte[] buffer, int offset, int length, int timeout) throws IOException {
            wanted = true;
            await(timeout);
            if (from < to) {
                int taken = Math.min(length, to - from);
                System.arraycopy(bytes, from, buffer, offset, taken);
                Arrays.fill(bytes, from, from + taken, (byte) 0);
                from += taken;
                return taken;
            }
            if (broken.isPresent()) {
                throw new IOException("the wire broke", broken.get());
            }
            return ended ? -1 : 0;
        }

        private void await(int timeout) throws IOException {
            long until = System.nanoTime() + timeout * 1_000_000L;
            try {
                while (from == to && reading) {
                    long left = timeout == 0 ? 0 : until - System.nanoTime();
                    if (timeout != 0 && left <= 0) {
                        throw new SocketTimeoutException("nothing came");
                    }
                    wait(left / 1_000_000, (int) (left % 1_000_000));
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", stopping);
            }
        }
    }
}
