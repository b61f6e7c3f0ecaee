package dev.gatehouse.net;

import java.io.IOException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// The gateway's side of TLS towards a target.
///
/// @param mode how much is checked
/// @param context trusts the configured authority; with [Mode#REQUIRE] it trusts anybody
public record ClientTls(Mode mode, SSLContext context) {
    /// The words of `tls.mode`, as libpq has them.
    public enum Mode {
        DISABLE,
        REQUIRE,
        VERIFY_CA,
        VERIFY_FULL
    }

    /// Does the handshake on a wire from which nothing has been read ahead.
    ///
    /// @param host what the certificate must name with `verify-full`
    public Encrypted connect(Wire plain, String host, int port) throws IOException {
        if (!(plain instanceof SocketWire wire)) {
            throw new IllegalArgumentException("TLS needs a socket below, not " + plain.getClass());
        }
        var socket = (SSLSocket) context.getSocketFactory().createSocket(wire.socket(), host, port, true);
        if (mode == Mode.VERIFY_FULL) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
        }
        socket.startHandshake();
        Certificate[] chain = socket.getSession().getPeerCertificates();
        return new Encrypted(wire.encryptedBy(socket), Optional.of((X509Certificate) chain[0]));
    }

    /// An encrypted wire and the certificate that the other end showed.
    public record Encrypted(Wire wire, Optional<X509Certificate> peer) {}
}
