package dev.gatehouse.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Makes wires to one address of a target. Whether TLS follows, and when, is the protocol's business: see [#encrypt].
///
/// A target may have further addresses, to be tried in order: [#each] names them all.
public final class Dialer {
    private final String host;
    private final int port;
    private final ClientTls tls;
    private final int timeoutMillis;
    private final List<Dialer> others;

    /// @param timeoutMillis how long connecting may take
    public Dialer(String host, int port, ClientTls tls, int timeoutMillis) {
        this(host, port, tls, timeoutMillis, List.of());
    }

    private Dialer(String host, int port, ClientTls tls, int timeoutMillis, List<Dialer> others) {
        this.host = host;
        this.port = port;
        this.tls = tls;
        this.timeoutMillis = timeoutMillis;
        this.others = others;
    }

    /// The same, with further addresses.
    public Dialer orElse(List<Dialer> further) {
        return new Dialer(host, port, tls, timeoutMillis, List.copyOf(further));
    }

    /// One dialer per address, in the order in which they are tried.
    public List<Dialer> each() {
        var each = new ArrayList<Dialer>();
        each.add(new Dialer(host, port, tls, timeoutMillis));
        each.addAll(others);
        return each;
    }

    /// Only to the first address.
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
        return each().stream().map(one -> one.host + ":" + one.port).collect(Collectors.joining(", "));
    }
}
