package dev.gatehouse.net;

import java.io.IOException;
import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// The gateway's side of TLS towards clients: one certificate, TLS 1.2 and 1.3.
///
/// @param certificate the leaf, whose hash is SCRAM's channel binding
public record ServerTls(SSLContext context, X509Certificate certificate) {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

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
        return new SocketWire(socket, below);
    }

    @Override
    public String toString() {
        return "ServerTls[" + certificate.getSubjectX500Principal() + "]";
    }
}
