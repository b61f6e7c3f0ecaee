package dev.gatehouse.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
        return accept(plain, new String[0]);
    }

    /// The same, where the client may say which protocol it means to speak inside (ALPN).
    ///
    /// @param inside the only one: a client that names others is refused
    public Wire accept(Wire plain, String inside) throws IOException {
        return accept(plain, new String[] {inside});
    }

    private Wire accept(Wire plain, String[] inside) throws IOException {
        var below = below(plain);
        var socket = (SSLSocket) context.getSocketFactory().createSocket(below.socket(), null, true);
        return handshake(socket, below, inside);
    }

    /// The same for a client that speaks TLS at once, which must name the protocol inside.
    ///
    /// @param ahead what was read of its first record
    public Wire acceptAtOnce(Wire plain, byte[] ahead, String inside) throws IOException {
        var below = below(plain);
        var socket = (SSLSocket)
                context.getSocketFactory().createSocket(below.socket(), new ByteArrayInputStream(ahead), true);
        var wire = handshake(socket, below, new String[] {inside});
        if (!inside.equals(socket.getApplicationProtocol())) {
            wire.close();
            throw new IOException("the client speaks TLS at once and does not name " + inside + " (ALPN)");
        }
        return wire;
    }

    private static SocketWire below(Wire plain) {
        if (plain instanceof SocketWire wire) {
            return wire;
        }
        throw new IllegalArgumentException("TLS needs a socket below, not " + plain.getClass());
    }

    private static Wire handshake(SSLSocket socket, SocketWire below, String[] inside) throws IOException {
        socket.setUseClientMode(false);
        socket.setEnabledProtocols(PROTOCOLS);
        var parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(inside);
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return below.encryptedBy(socket);
    }

    @Override
    public String toString() {
        return "ServerTls[" + certificate().getSubjectX500Principal() + "]";
    }
}
