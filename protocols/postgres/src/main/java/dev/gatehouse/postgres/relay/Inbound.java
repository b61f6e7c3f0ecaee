package dev.gatehouse.postgres.relay;

import dev.gatehouse.model.Slice;
import dev.gatehouse.net.Buffers;
import dev.gatehouse.postgres.wire.DataRow;
import dev.gatehouse.postgres.wire.Frames;
import dev.gatehouse.postgres.wire.WireException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/// Cuts the bytes of one direction into messages.
///
/// The buffer is lent while bytes are there and given back when the wire goes idle. A long row may be had in pieces, so
/// that it is never in memory as a whole: see [#begun]. One thread.
final class Inbound {
    /// Where the bytes come from.
    interface Source {
        int read(byte[] buffer, int offset, int length) throws IOException;
    }

    private static final int IDLE = 512;

    /// From this size on a row may come in pieces. Smaller ones are put together, which costs less.
    private static final int LONG = 512 * 1024;

    private final Source source;
    private final Buffers buffers;
    private final Frames frames;
    private final byte[] idle = new byte[IDLE];
    private byte[] buffer = new byte[0];
    private int from;
    private int to;
    private int highest;
    private int size;
    private long rest;
    private final boolean rowsInPieces;

    /// @param largest the longest message that is put together; longer ones end the session
    /// @param ahead bytes that were read by whoever spoke on this wire before
    /// @param rowsInPieces whether long DataRows may be had in pieces: only a target sends any
    Inbound(Source source, Buffers buffers, int largest, Slice ahead, boolean rowsInPieces) {
        this.source = source;
        this.rowsInPieces = rowsInPieces;
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

    /// Waits for the next whole message, or the beginning of a long row; false at an orderly end. It stays valid until
    /// the next call.
    boolean next() throws IOException {
        from += size;
        size = 0;
        while (!longRow(from) && !frames.complete(buffer, from, to)) {
            if (!fill()) {
                return false;
            }
        }
        long claimed = longRow(from) ? Frames.claimed(buffer, from, to) : frames.size(buffer, from, to);
        size = (int) Math.min(claimed, to - from);
        rest = claimed - size;
        return true;
    }

    private boolean longRow(int at) {
        return rowsInPieces
                && at < to
                && Frames.type(buffer, at) == DataRow.TYPE
                && Frames.claimed(buffer, at, to) > LONG;
    }

    /// Whether only the beginning of a long row is here. Then either have the [#whole], or go on with [#more].
    boolean begun() {
        return rest > 0;
    }

    /// The size of the message at hand, with what has not come yet.
    long claimed() {
        return size + rest;
    }

    /// Puts the message at hand together, if it is not longer than that is done.
    void whole() throws IOException {
        rest = 0;
        while (!frames.complete(buffer, from, to)) {
            fill();
        }
        size = frames.size(buffer, from, to);
    }

    /// Goes on to the next piece of the message at hand; false when there is none.
    boolean more() throws IOException {
        if (rest == 0) {
            return false;
        }
        highest = Math.max(highest, to);
        int read = source.read(buffer, 0, (int) Math.min(buffer.length, rest));
        if (read < 0) {
            throw new EOFException("the connection ended inside a message");
        }
        from = 0;
        to = read;
        size = read;
        rest -= read;
        return true;
    }

    /// Whether [#next] would return without waiting.
    boolean another() {
        return longRow(from + size) || frames.complete(buffer, from + size, to);
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
