package dev.gatehouse.postgres.relay;

import dev.gatehouse.model.Slice;
import dev.gatehouse.net.Buffers;
import dev.gatehouse.postgres.wire.Frames;
import dev.gatehouse.postgres.wire.WireException;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/// Cuts the bytes of one direction into messages.
///
/// The buffer is lent while bytes are there and given back when the wire goes idle. One thread.
final class Inbound {
    /// Where the bytes come from.
    interface Source {
        int read(byte[] buffer, int offset, int length) throws IOException;
    }

    private static final int IDLE = 512;

    private final Source source;
    private final Buffers buffers;
    private final Frames frames;
    private final byte[] idle = new byte[IDLE];
    private byte[] buffer = new byte[0];
    private int from;
    private int to;
    private int highest;
    private int size;

    /// @param largest the longest message that is put together; longer ones end the session
    /// @param ahead bytes that were read by whoever spoke on this wire before
    Inbound(Source source, Buffers buffers, int largest, Slice ahead) {
        this.source = source;
        this.buffers = buffers;
        frames = new Frames(largest);
        if (!ahead.isEmpty()) {
            buffer = buffers.lend();
            while (buffer.length < ahead.length()) {
                buffer = larger(0);
            }
            System.arraycopy(ahead.array(), ahead.offset(), buffer, 0, ahead.length());
            to = ahead.length();
        }
    }

    /// Waits for the next whole message; false at an orderly end. It stays valid until the next call.
    boolean next() throws IOException {
        from += size;
        size = 0;
        while (!frames.complete(buffer, from, to)) {
            if (!fill()) {
                return false;
            }
        }
        size = frames.size(buffer, from, to);
        return true;
    }

    /// Whether [#next] would return without waiting.
    boolean another() {
        return frames.complete(buffer, from + size, to);
    }

    /// Whether the other end is still there, as far as that can be told within the wire's timeout, while the message at
    /// hand is being handled. What it has sent meanwhile is kept.
    boolean there() throws IOException {
        if (to == buffer.length) {
            return true;
        }
        try {
            int read = source.read(buffer, to, buffer.length - to);
            to += Math.max(0, read);
            return read >= 0;
        } catch (SocketTimeoutException silent) {
            return true;
        }
    }

    byte type() {
        return Frames.type(buffer, from);
    }

    byte[] array() {
        return buffer;
    }

    /// Where the message begins, with its type byte.
    int start() {
        return from;
    }

    int end() {
        return from + size;
    }

    int bodyStart() {
        return from + Frames.HEADER;
    }

    /// The whole message's length, with type byte and length.
    int size() {
        return size;
    }

    int bodySize() {
        return size - Frames.HEADER;
    }

    /// A copy of the body, which stays valid.
    Slice bodyCopy() {
        return Slice.copyOf(buffer, bodyStart(), bodySize());
    }

    private boolean fill() throws IOException {
        if (from == to) {
            giveBack();
            return fillFirst();
        }
        makeRoom();
        int read = source.read(buffer, to, buffer.length - to);
        if (read < 0) {
            throw new EOFException("the connection ended inside a message");
        }
        to += read;
        return true;
    }

    /// Waits for the first bytes of a message with little memory, so that an idle session holds no buffer.
    private boolean fillFirst() throws IOException {
        int read = source.read(idle, 0, idle.length);
        if (read < 0) {
            return false;
        }
        buffer = buffers.lend();
        System.arraycopy(idle, 0, buffer, 0, read);
        Arrays.fill(idle, 0, read, (byte) 0);
        to = read;
        return true;
    }

    private void giveBack() {
        if (buffer.length > 0) {
            buffers.giveBack(buffer, Math.max(to, highest));
            buffer = new byte[0];
            highest = 0;
        }
        from = 0;
        to = 0;
    }

    /// Makes room for at least one more byte. The buffer grows only with bytes that have really come: a length alone
    /// costs nothing.
    private void makeRoom() {
        if (to < buffer.length) {
            return;
        }
        int kept = to - from;
        if (from > 0) {
            // Behind what moves to the front, bytes of this session stay: they are wiped with the rest.
            highest = to;
            System.arraycopy(buffer, from, buffer, 0, kept);
        } else {
            buffer = larger(to);
        }
        from = 0;
        to = kept;
    }

    private byte[] larger(int used) {
        return buffers.larger(buffer, used)
                .orElseThrow(() -> WireException.tooLarge("A message of more than " + buffer.length
                        + " bytes does not fit into the memory that all sessions share (limits.buffer). Try again,"
                        + " or in smaller pieces."));
    }

    /// Gives the buffer back for good.
    void close() {
        giveBack();
    }
}
