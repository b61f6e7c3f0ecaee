package dev.gatehouse.server;

import dev.gatehouse.net.Dialer;
import dev.gatehouse.server.settings.ConnectionSettings;
import dev.gatehouse.server.settings.keys.HostPort;
import java.io.IOException;

/// Makes the way to the addresses of a configured PostgreSQL target.
public final class Dialers {
    private Dialers() {}

    /// @param milliseconds how long connecting to one address may take
    /// @throws IOException when a certificate or key cannot be read
    public static Dialer of(ConnectionSettings connection, int milliseconds) throws IOException {
        var tls = PemFiles.client(connection.tls());
        var each = connection.postgres().addresses().stream()
                .map((HostPort address) -> new Dialer(address.host(), address.port(), tls, milliseconds))
                .toList();
        return each.getFirst().orElse(each.subList(1, each.size()));
    }
}
