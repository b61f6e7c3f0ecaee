package dev.gatehouse.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocket;

/// A wire over a TCP socket, plain or TLS.
public final class SocketWire implements Wire {
    private final Socket socket;
    private final Socket below;
    private final InetSocketAddress peer;
    private final Runnable admitted;
    private final ReentrantLock writing = new ReentrantLock();
    private final InputStream in;
    private final OutputStream out;
    private final Optional<ChannelStream> channel;

    /// Reads that may wait only so long go by the socket's own stream.
    private volatile boolean patient = true;

    /// Takes over `socket`, which must be connected; a TLS socket must have finished its handshake.
    public SocketWire(Socket socket) throws IOException {
        this(socket, socket, (InetSocketAddress) socket.getRemoteSocketAddress(), () -> {});
    }

    /// @param below the TCP socket that carries the TLS socket `socket`
    /// @param peer the other end, which a proxy may have spoken for
    /// @param admitted what happens once it has logged in
    SocketWire(Socket socket, Socket below, InetSocketAddress peer, Runnable admitted) throws IOException {
        this.socket = socket;
        this.below = below;
        this.peer = peer;
        this.admitted = admitted;
        // Without this, an answer of two small writes waits 40 ms for the peer's delayed acknowledgement.
        socket.setTcpNoDelay(true);
        socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
        // A TLS socket names the channel below it: what goes there is not encrypted.
        channel = encrypted()
                ? Optional.empty()
                : Optional.ofNullable(socket.getChannel()).map(ChannelStream::new);
    }

    /// The same wire with TLS on it, once its handshake is done.
    SocketWire encryptedBy(SSLSocket tls) throws IOException {
        return new SocketWire(tls, socket, peer, admitted);
    }

    /// The socket below, for putting TLS on top of it. Nothing may have been read ahead.
    Socket socket() {
        return socket;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return patient && channel.isPresent()
                ? channel.get().read(buffer, offset, length)
                : in.read(buffer, offset, length);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        writing.lock();
        try {
            if (channel.isPresent()) {
                channel.get().write(buffer, offset, length);
            } else {
                out.write(buffer, offset, length);
            }
        } finally {
            writing.unlock();
        }
    }

    @Override
    public boolean encrypted() {
        return socket instanceof SSLSocket;
    }

    @Override
    public String peer() {
        return peer.getAddress().getHostAddress() + ":" + peer.getPort();
    }

    @Override
    public void admitted() {
        admitted.run();
    }

    @Override
    public void timeout(int milliseconds) throws IOException {
        socket.setSoTimeout(milliseconds);
        patient = milliseconds == 0;
    }

    /// Never waits for a write under way: TLS would, to say goodbye, and a peer that does not read makes that for ever.
    @Override
    public void close() {
        boolean quiet = writing.tryLock();
        try {
            (quiet ? socket : below).close();
        } catch (IOException alreadyBroken) {
            // Closing is how a session is ended from outside; there is nobody left to tell.
        } finally {
            if (quiet) {
                writing.unlock();
            }
        }
    }
}
