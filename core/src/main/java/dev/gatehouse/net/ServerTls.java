package dev.gatehouse.net;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// The gateway's side of TLS towards clients: one certificate at a time, TLS 1.2 and 1.3.
///
/// @param leaf the certificate that new handshakes show now
public record ServerTls(SSLContext context, Supplier<X509Certificate> leaf) {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    /// With one certificate for good.
    public ServerTls(SSLContext context, X509Certificate certificate) {
        this(context, () -> certificate);
    }

    /// The leaf, whose hash is SCRAM's channel binding. A client whose handshake was under way when the certificate was
    /// replaced would bind to the old one: its login fails, and the next one works.
    public X509Certificate certificate() {
        return leaf.get();
    }

    /// Does the handshake on a wire from which nothing has been read ahead, and returns the encrypted wire.
    public Wire accept(Wire plain) throws IOException {
        if (!(plain instanceof SocketWire wire)) {
            throw new IllegalArgumentException("TLS needs a socket below, not " + plain.getClass());
        }
        Socket below = wire.socket();
        var socket = (SSLSocket) context.getSocketFactory().createSocket(below, null, true);
        socket.setUseClientMode(false);
        socket.setEnabledProtocols(PROTOCOLS);
        socket.startHandshake();
        return wire.encryptedBy(socket);
    }

    @Override
    public String toString() {
        return "ServerTls[" + certificate().getSubjectX500Principal() + "]";
    }
}
