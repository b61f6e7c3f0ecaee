package dev.gatehouse.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Accepts wires on one address and hands each to a thread of its own.
public final class Listener implements Closeable {
    private static final int BACKLOG = 1024;
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final String name;
    private final ServerSocketChannel server;
    private final Threads threads;
    private final Entrance entrance;
    private volatile @Nullable Thread accepting;

    /// Binds at once; nothing is accepted before [#start].
    ///
    /// @throws IOException when the address cannot be bound
    public Listener(String name, InetSocketAddress address, Threads threads, Entrance entrance) throws IOException {
        this.name = name;
        this.threads = threads;
        this.entrance = entrance;
        server = ServerSocketChannel.open();
        try {
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.bind(address, BACKLOG);
        } catch (IOException | RuntimeException taken) {
            server.close();
            throw taken;
        }
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) server.socket().getLocalSocketAddress();
    }

    /// Accepts until closed. Whatever `serve` throws ends that one wire and nothing else.
    public void start(Consumer<Wire> serve) {
        accepting = Thread.ofPlatform().daemon().name("listener-" + name).start(() -> accept(serve));
    }

    private void accept(Consumer<Wire> serve) {
        while (server.isOpen()) {
            try {
                handOver(server.accept().socket(), serve);
            } catch (IOException closedOrOutOfDescriptors) {
                pauseUnlessClosed();
            }
        }
    }

    /// Where the system has no thread left for a client, that client goes away and the listener stays.
    private void handOver(Socket socket, Consumer<Wire> serve) throws IOException {
        try {
            entrance.lobby().enter(socket);
            threads.start(name + "-client", () -> serve(socket, serve));
        } catch (RuntimeException | Error noThread) {
            entrance.lobby().leave(socket);
            socket.close();
            threads.report(noThread);
            pauseUnlessClosed();
        }
    }

    /// Running out of file descriptors passes when sessions end; spinning meanwhile would make it worse.
    private void pauseUnlessClosed() {
        if (server.isOpen()) {
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    private void serve(Socket socket, Consumer<Wire> serve) {
        try (socket) {
            serve.accept(new SocketWire(
                    socket, socket, whom(socket), () -> entrance.lobby().leave(socket)));
        } catch (Refused refused) {
            entrance.refused().accept(socket.getRemoteSocketAddress() + ": " + refused.getMessage());
        } catch (IOException gone) {
            // The client left before it said anything.
        } finally {
            entrance.lobby().leave(socket);
        }
    }

    /// Whose connection this is: the one at the other end, or the one that a trusted proxy speaks for.
    private InetSocketAddress whom(Socket socket) throws IOException {
        var peer = (InetSocketAddress) socket.getRemoteSocketAddress();
        if (entrance.proxies().isEmpty()) {
            return peer;
        }
        if (entrance.proxies().stream().noneMatch(network -> network.contains(peer.getAddress()))) {
            throw new Refused("not one of the proxies that this listener takes connections from");
        }
        socket.setSoTimeout(entrance.headerMilliseconds());
        try {
            return ProxyHeader.read(socket.getInputStream()).orElse(peer);
        } catch (ProxyHeader.Malformed malformed) {
            throw new Refused(String.valueOf(malformed.getMessage()));
        } finally {
            socket.setSoTimeout(0);
        }
    }

    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String reason) {
            super(reason);
        }
    }

    /// How many connections have not logged in yet.
    public int waiting() {
        return entrance.lobby().size();
    }

    /// Until the thread that accepts has left the operating system, a client could still find somebody there.
    @Override
    public void close() throws IOException {
        server.close();
        var last = accepting;
        try {
            if (last != null) {
                last.join(FAREWELL);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
