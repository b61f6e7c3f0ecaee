package dev.gatehouse.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ListenerTest {
    private final LinkedBlockingQueue<Throwable> bugs = new LinkedBlockingQueue<>();
    private final Listener listener;

    ListenerTest() throws IOException {
        listener = new Listener(
                "test", new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), new Threads(2, bugs::add));
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
    }

    @Test
    void whateverIsThrownEndsOneWireAndNothingElse() throws Exception {
        listener.start(ListenerTest::serve);
        for (char fault : new char[] {'r', 'e', 's'}) {
            try (var failing = dial();
                    var healthy = dial()) {
                failing.getOutputStream().write(fault);
                assertThat(failing.getInputStream().read()).as("this wire ends").isEqualTo(-1);
                healthy.getOutputStream().write('x');
                assertThat(healthy.getInputStream().read())
                        .as("this one does not")
                        .isEqualTo('x');
            }
        }
        assertThat(bugs.take()).isInstanceOf(IllegalStateException.class);
        assertThat(bugs.take()).isInstanceOf(AssertionError.class);
        assertThat(bugs.take()).isInstanceOf(StackOverflowError.class);
    }

    @Test
    void aWireIsClosedOnceItIsServed() throws IOException {
        listener.start(_ -> {});
        try (var socket = dial()) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aClosedListenerAcceptsNobody() throws IOException {
        listener.start(ListenerTest::serve);
        listener.close();
        assertThatThrownBy(() -> dial().close()).isInstanceOf(IOException.class);
    }

    @Test
    void anAddressInUseIsSaidAtOnce() {
        assertThatThrownBy(() -> new Listener("second", listener.address(), new Threads(1, bugs::add)).close())
                .isInstanceOf(IOException.class);
    }

    private Socket dial() throws IOException {
        return new Socket(listener.address().getAddress(), listener.address().getPort());
    }

    /// Answers one byte with itself, or fails in the way it names.
    private static void serve(Wire wire) {
        var one = new byte[1];
        try {
            int read = wire.read(one, 0, 1);
            switch (read < 0 ? 0 : one[0]) {
                case 'r' -> throw new IllegalStateException("a bug");
                case 'e' -> throw new AssertionError("a bug");
                case 's' -> throw new StackOverflowError();
                default -> wire.write(one, 0, 1);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
