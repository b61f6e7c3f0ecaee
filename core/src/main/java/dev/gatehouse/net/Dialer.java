package dev.gatehouse.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;

/// Makes wires to one target. Whether TLS follows, and when, is the protocol's business: see [#tls].
public final class Dialer {
    private final String host;
    private final int port;
    private final ClientTls tls;
    private final int timeoutMillis;

    /// @param timeoutMillis how long connecting may take
    public Dialer(String host, int port, ClientTls tls, int timeoutMillis) {
        this.host = host;
        this.port = port;
        this.tls = tls;
        this.timeoutMillis = timeoutMillis;
    }

    public Wire dial() throws IOException {
        // A socket with a channel goes back to plain blocking reads after a timeout; one without asks the system twice
        // for each read from then on.
        var socket = SocketChannel.open().socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), timeoutMillis);
            return new SocketWire(socket);
        } catch (IOException unreachable) {
            socket.close();
            throw unreachable;
        }
    }

    public boolean wantsTls() {
        return tls.mode() != ClientTls.Mode.DISABLE;
    }

    /// Puts TLS on a wire of this dialer, checked as configured.
    public ClientTls.Encrypted encrypt(Wire plain) throws IOException {
        return tls.connect(plain, host, port);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
