package dev.gatehouse.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSocket;

/// A wire over a TCP socket, plain or TLS.
public final class SocketWire implements Wire {
    private final Socket socket;
    private final Socket below;
    private final ReentrantLock writing = new ReentrantLock();
    private final InputStream in;
    private final OutputStream out;

    /// Takes over `socket`, which must be connected; a TLS socket must have finished its handshake.
    public SocketWire(Socket socket) throws IOException {
        this(socket, socket);
    }

    /// @param below the TCP socket that carries the TLS socket `socket`
    SocketWire(Socket socket, Socket below) throws IOException {
        this.socket = socket;
        this.below = below;
        // Without this, an answer of two small writes waits 40 ms for the peer's delayed acknowledgement.
        socket.setTcpNoDelay(true);
        socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /// The socket below, for putting TLS on top of it. Nothing may have been read ahead.
    Socket socket() {
        return socket;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return in.read(buffer, offset, length);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        writing.lock();
        try {
            out.write(buffer, offset, length);
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
        return socket.getInetAddress().getHostAddress() + ":" + socket.getPort();
    }

    @Override
    public void timeout(int milliseconds) throws IOException {
        socket.setSoTimeout(milliseconds);
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
