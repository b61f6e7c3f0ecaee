package dev.gatehouse.net;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// The bytes of a TCP connection in both directions, without memory that stays with the thread that moved them.
///
/// Reads wait without a limit. One reader and one writer at a time.
final class ChannelStream {
    private static final int SMALL = 512;

    /// Of all wires of this process: what one does not need now, another may use.
    private static final DirectBuffers BUFFERS = new DirectBuffers(64);

    private final SocketChannel channel;

    /// What an idle connection waits with.
    private final ByteBuffer small = ByteBuffer.allocateDirect(SMALL);

    ChannelStream(SocketChannel channel) {
        this.channel = channel;
    }

    int read(byte[] buffer, int offset, int length) throws IOException {
        if (length <= SMALL) {
            return read(small.clear(), buffer, offset, length);
        }
        var lent = BUFFERS.lend();
        try {
            return read(lent, buffer, offset, Math.min(length, DirectBuffers.SIZE));
        } finally {
            BUFFERS.giveBack(lent);
        }
    }

    private int read(ByteBuffer direct, byte[] buffer, int offset, int length) throws IOException {
        int read = channel.read(direct.limit(length));
        if (read > 0) {
            direct.flip().get(buffer, offset, read);
        }
        return read;
    }

    void write(byte[] buffer, int offset, int length) throws IOException {
        var lent = BUFFERS.lend();
        try {
            int done = 0;
            while (done < length) {
                int piece = Math.min(length - done, DirectBuffers.SIZE);
                lent.clear().put(buffer, offset + done, piece).flip();
                while (lent.hasRemaining()) {
                    int _ = channel.write(lent);
                }
                done += piece;
            }
        } finally {
            BUFFERS.giveBack(lent);
        }
    }
}
