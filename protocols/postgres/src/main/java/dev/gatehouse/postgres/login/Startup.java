package dev.gatehouse.postgres.login;

import dev.gatehouse.net.ServerTls;
import dev.gatehouse.net.Wire;
import dev.gatehouse.postgres.wire.CancelRequest;
import dev.gatehouse.postgres.wire.GssEncRequest;
import dev.gatehouse.postgres.wire.SslRequest;
import dev.gatehouse.postgres.wire.StartupMessage;
import dev.gatehouse.postgres.wire.WireException;
import java.io.IOException;
import java.util.Optional;

/// The first packets of a client: encryption is settled, then it either wants to cancel or to log in.
public sealed interface Startup {
    /// @param wire encrypted, if the client asked for it
    record WantsIn(LoginWire wire, StartupMessage message) implements Startup {}

    record WantsCancel(CancelRequest request) implements Startup {}

    /// What a client that speaks TLS must offer as the protocol inside (ALPN), so that no other protocol's client can
    /// be led here. Who asks for TLS first (SSLRequest) may leave it out.
    String INSIDE_TLS = "postgresql";

    /// Reads them; a client may ask for GSS and then for TLS before it comes to the point, or speak TLS at once.
    ///
    /// @param tls what the listener offers
    static Startup read(Wire client, Optional<ServerTls> tls) throws IOException {
        var wire = new LoginWire(client);
        if (wire.speaksTls()) {
            var server = tls.orElseThrow(() -> WireException.violation("this listener offers no TLS"));
            wire = new LoginWire(server.acceptAtOnce(client, wire.ahead(), INSIDE_TLS));
        }
        for (int requests = 0; requests < 3; requests++) {
            switch (wire.startupPacket()) {
                case StartupMessage message -> {
                    return new WantsIn(wire, message);
                }
                case CancelRequest request -> {
                    return new WantsCancel(request);
                }
                case GssEncRequest _ -> wire.letter('N');
                case SslRequest _ -> {
                    if (tls.isPresent() && !wire.wire().encrypted()) {
                        wire.letter('S');
                        wire = new LoginWire(tls.get().accept(client, INSIDE_TLS));
                    } else {
                        wire.letter('N');
                    }
                }
            }
        }
        throw WireException.violation("a client that only asks for encryption never comes in");
    }
}
