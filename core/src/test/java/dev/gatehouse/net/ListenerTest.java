package dev.gatehouse.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
                "test",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new Threads(2, bugs::add),
                direct());
    }

    private static Entrance direct() {
        return Entrance.direct(new Lobby(100));
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
        assertThatThrownBy(
                        () -> new Listener("second", listener.address(), new Threads(1, bugs::add), direct()).close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void tooManyWhoDoNotLogInPushOutTheOneThatTookLongest() throws Exception {
        var in = new LinkedBlockingQueue<Wire>();
        try (var small = listener(new Entrance(new Lobby(2), List.of(), 0, _ -> {}))) {
            small.start(wire -> {
                in.add(wire);
                serve(wire);
            });
            try (var admitted = dial(small)) {
                in.take().admitted();
                try (var oldest = dial(small);
                        var second = dial(small);
                        var third = dial(small)) {
                    assertThat(oldest.getInputStream().read()).as("pushed out").isEqualTo(-1);
                    for (var healthy : List.of(admitted, second, third)) {
                        healthy.getOutputStream().write('x');
                        assertThat(healthy.getInputStream().read()).isEqualTo('x');
                    }
                }
            }
        }
    }

    @Test
    void aTrustedProxySaysWhoseConnectionItIs() throws Exception {
        var in = new LinkedBlockingQueue<String>();
        try (var behind = listener(proxied("127.0.0.0/8", new LinkedBlockingQueue<>()))) {
            behind.start(wire -> in.add(wire.peer()));
            try (var proxy = dial(behind)) {
                proxy.getOutputStream()
                        .write("PROXY TCP4 192.0.2.7 10.0.0.1 56324 6432\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(in.take()).isEqualTo("192.0.2.7:56324");
            }
        }
    }

    @Test
    void whoeverElseConnectsThereIsTurnedAway() throws Exception {
        var reasons = new LinkedBlockingQueue<String>();
        try (var behind = listener(proxied("192.0.2.0/24", reasons))) {
            behind.start(ListenerTest::serve);
            try (var stranger = dial(behind)) {
                assertThat(stranger.getInputStream().read()).isEqualTo(-1);
                assertThat(reasons.take()).contains("not one of the proxies");
            }
        }
        try (var behind = listener(proxied("127.0.0.1", reasons))) {
            behind.start(ListenerTest::serve);
            try (var silent = dial(behind)) {
                silent.getOutputStream().write("SELECT 1, not a header\r\n".getBytes(StandardCharsets.US_ASCII));
                silent.shutdownOutput();
                assertThat(reasons.take()).contains("no PROXY header");
            }
        }
    }

    private static Entrance proxied(String from, LinkedBlockingQueue<String> reasons) {
        return new Entrance(new Lobby(100), List.of(Network.parse(from).orElseThrow()), 30_000, reasons::add);
    }

    private Listener listener(Entrance entrance) throws IOException {
        return new Listener(
                "other",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new Threads(20, bugs::add),
                entrance);
    }

    private static Socket dial(Listener to) throws IOException {
        var socket = new Socket(to.address().getAddress(), to.address().getPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private Socket dial() throws IOException {
        return dial(listener);
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
