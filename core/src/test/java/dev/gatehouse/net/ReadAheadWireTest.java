package dev.gatehouse.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A wire that is looked after while its reader does something else.
@Timeout(60)
class ReadAheadWireTest {
    private final LinkedBlockingQueue<Throwable> bugs = new LinkedBlockingQueue<>();
    private final Threads threads = new Threads(10, bugs::add);
    private final ReadAheadWire here;
    private final Wire there;

    ReadAheadWireTest() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            there = new SocketWire(new Socket(server.getInetAddress(), server.getLocalPort()));
            here = new ReadAheadWire(new SocketWire(server.accept()), threads);
        }
    }

    @AfterEach
    void close() {
        here.close();
        there.close();
        assertThat(bugs).isEmpty();
    }

    private void say(String text) throws IOException {
        there.write(text.getBytes(StandardCharsets.US_ASCII), 0, text.length());
    }

    private String hear(int length) throws IOException {
        var text = new StringBuilder();
        while (text.length() < length) {
            var buffer = new byte[3];
            int read = here.read(buffer, 0, Math.min(3, length - text.length()));
            assertThat(read).isPositive();
            text.append(new String(buffer, 0, read, StandardCharsets.US_ASCII));
        }
        return text.toString();
    }

    @Test
    void theOthersLeavingIsNoticedWithoutAnybodyReading() throws Exception {
        var gone = new CountDownLatch(1);
        here.lookOut(gone::countDown);
        there.close();
        gone.await();
        assertThat(here.read(new byte[1], 0, 1)).isEqualTo(-1);
    }

    @Test
    void whatCameMeanwhileIsReadFirstAndInOrder() throws Exception {
        here.lookOut(() -> {});
        say("one two ");
        say("three");
        assertThat(hear(13)).isEqualTo("one two three");
        say(" four");
        assertThat(hear(5)).isEqualTo(" four");
    }

    @Test
    void itCanBeLookedAfterAgainAndAgain() throws Exception {
        for (int i = 0; i < 20; i++) {
            here.lookOut(() -> {});
            say("round " + i % 10);
            assertThat(hear(4)).isEqualTo("roun");
            here.lookOut(() -> {});
            assertThat(hear(3)).isEqualTo("d " + i % 10);
        }
        var gone = new CountDownLatch(1);
        here.lookOut(gone::countDown);
        there.close();
        gone.await();
    }

    @Test
    void whoeverLooksOutForSomebodyGoneIsToldAtOnce() throws Exception {
        var first = new CountDownLatch(1);
        here.lookOut(first::countDown);
        there.close();
        first.await();
        var second = new CountDownLatch(1);
        here.lookOut(second::countDown);
        second.await();
    }

    @Test
    void moreThanIsReadAheadArrivesWhole() throws Exception {
        var much = "0123456789".repeat(ReadAheadWire.MOST / 5);
        here.lookOut(() -> {});
        say(much);
        assertThat(hear(much.length())).isEqualTo(much);
    }

    @Test
    void theTimeoutOfAReadHoldsForAReadAheadToo() throws IOException {
        here.lookOut(() -> {});
        here.timeout(1);
        assertThatThrownBy(() -> here.read(new byte[1], 0, 1)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void closingEndsTheLookOut() throws Exception {
        var gone = new CountDownLatch(1);
        here.lookOut(gone::countDown);
        here.close();
        gone.await();
        assertThatThrownBy(() -> {
                    int read = here.read(new byte[1], 0, 1);
                    if (read < 0) {
                        throw new IOException("the end");
                    }
                })
                .isInstanceOf(IOException.class);
    }
}
