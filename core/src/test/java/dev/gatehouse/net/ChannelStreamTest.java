package dev.gatehouse.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChannelStreamTest {
    @Test
    void bytesOfEveryLengthArriveAsTheyWereSent() throws IOException, InterruptedException {
        var sent = new byte[3 * DirectBuffers.SIZE + 17];
        new Random(7).nextBytes(sent);
        try (var server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                var here = SocketChannel.open(server.getLocalAddress());
                var there = server.accept()) {
            var writer = Thread.ofPlatform().start(() -> write(here, sent));
            var received = new ByteArrayOutputStream();
            var reading = new ChannelStream(there);
            var buffer = new byte[200_000];
            int turn = 0;
            while (received.size() < sent.length) {
                // Now with the wire's own memory, now with what is lent.
                int read = reading.read(buffer, 3, turn++ % 2 == 0 ? 100 : buffer.length - 3);
                received.write(buffer, 3, read);
            }
            writer.join();
            assertThat(received.toByteArray()).isEqualTo(sent);
            here.shutdownOutput();
            assertThat(reading.read(buffer, 0, 100)).isEqualTo(-1);
        }
    }

    private static void write(SocketChannel to, byte[] bytes) {
        var stream = new ChannelStream(to);
        try {
            for (int from = 0, size = 1; from < bytes.length; from += size, size *= 3) {
                stream.write(bytes, from, Math.min(size, bytes.length - from));
            }
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @Test
    void whatIsGivenBackIsLentAgainEmpty() {
        var buffers = new DirectBuffers(1);
        var first = buffers.lend();
        first.put((byte) 1).flip();
        buffers.giveBack(first);
        assertThat(buffers.lend())
                .isSameAs(first)
                .satisfies(lent -> assertThat(lent.remaining()).isEqualTo(DirectBuffers.SIZE));
        assertThat(buffers.lend()).isNotSameAs(first);
    }
}
