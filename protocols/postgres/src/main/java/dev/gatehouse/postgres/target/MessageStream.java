package dev.gatehouse.postgres.target;

import dev.gatehouse.model.Slice;
import dev.gatehouse.net.Wire;
import dev.gatehouse.postgres.wire.BackendMessage;
import dev.gatehouse.postgres.wire.Frames;
import dev.gatehouse.postgres.wire.MessageWriter;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/// Messages over a wire, one after the other, for the gateway's own conversations. One thread.
final class MessageStream {
    private final Wire wire;
    private final Frames frames;
    private byte[] buffer;
    private int start;
    private int end;

    /// @param pending bytes already read from the wire
    /// @param maximum the largest message, in bytes
    MessageStream(Wire wire, Slice pending, int maximum) {
        this.wire = wire;
        this.frames = new Frames(maximum);
        this.buffer = Arrays.copyOf(pending.toBytes(), Math.max(8192, pending.length()));
        this.end = pending.length();
    }

    void send(MessageWriter messages) throws IOException {
        wire.write(messages.array(), 0, messages.size());
    }

    BackendMessage receive() throws IOException {
        while (!frames.complete(buffer, start, end)) {
            fill();
        }
        int size = frames.size(buffer, start, end);
        BackendMessage message = BackendMessage.decode(buffer, start, start + size);
        start += size;
        return message;
    }

    /// What was read and not received.
    Slice pending() {
        return Slice.copyOf(buffer, start, end - start);
    }

    private void fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            // Grows with the bytes that really came, never with a length that was only announced.
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = wire.read(buffer, end, buffer.length - end);
        if (read < 0) {
            throw new EOFException("the target closed the connection in the middle of a conversation");
        }
        end += read;
    }
}
