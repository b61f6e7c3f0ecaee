package dev.gatehouse.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SocketWireTest {
    private static final ClientTls NO_TLS = noTls();

    private final Wire here;
    private final Wire there;

    SocketWireTest() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var dialer = new Dialer(server.getInetAddress().getHostAddress(), server.getLocalPort(), NO_TLS, 10_000);
            here = dialer.dial();
            there = new SocketWire(server.accept());
        }
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
    }

    @Test
    void whatIsWrittenHereIsReadThere() throws IOException {
        here.write(new byte[] {9, 1, 2, 9}, 1, 2);
        var buffer = new byte[4];
        int read = 0;
        while (read < 2) {
            read += there.read(buffer, 1 + read, 2 - read);
        }
        assertThat(buffer).containsExactly(0, 1, 2, 0);
        here.close();
        assertThat(there.read(buffer, 0, 4)).isEqualTo(-1);
    }

    @Test
    void aPlainSocketIsNotEncrypted() {
        assertThat(here.encrypted()).isFalse();
        assertThat(there.peer()).matches("127\\.0\\.0\\.1:[0-9]+|.*:1:[0-9]+");
    }

    @Test
    void aReadThatWaitsTooLongFails() throws IOException {
        here.timeout(1);
        assertThatThrownBy(() -> here.read(new byte[1], 0, 1)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void closingEndsAReadUnderWay() throws InterruptedException {
        var outcomes = new LinkedBlockingQueue<String>();
        var reading = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> {
            reading.countDown();
            try {
                outcomes.add("read " + here.read(new byte[1], 0, 1));
            } catch (IOException closed) {
                outcomes.add("failed");
            }
        });
        reading.await();
        here.close();
        assertThat(outcomes.take()).isIn("failed", "read -1");
    }

    @Test
    void closingDoesNotWaitForAWriteThatNobodyReads() throws Exception {
        var outcomes = new LinkedBlockingQueue<String>();
        Thread.ofVirtual().start(() -> outcomes.add(writeMuch(here)));
        assertThat(there.read(new byte[1], 0, 1)).as("the write is under way").isEqualTo(1);
        here.close();
        assertThat(outcomes.take()).isEqualTo("failed");
    }

    @Test
    void closingTwiceIsNoFault() {
        here.close();
        here.close();
        assertThatThrownBy(() -> here.write(new byte[1], 0, 1)).isInstanceOf(IOException.class);
    }

    /// Writes more than any socket buffer takes, and says how that ended.
    static String writeMuch(Wire wire) {
        var much = new byte[64 << 20];
        try {
            wire.write(much, 0, much.length);
            return "written";
        } catch (IOException closed) {
            return "failed";
        }
    }

    private static ClientTls noTls() {
        try {
            return new ClientTls(ClientTls.Mode.DISABLE, SSLContext.getDefault());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
