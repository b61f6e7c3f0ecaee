package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.HostPort;
import java.util.Optional;

/// `host:port/database`.
public record PostgresTarget(HostPort address, String database) {
    static Optional<PostgresTarget> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || slash == text.length() - 1) {
            return Optional.empty();
        }
        return HostPort.parse(text.substring(0, slash))
                .filter(address -> address.port() > 0)
                .map(address -> new PostgresTarget(address, text.substring(slash + 1)));
    }
}
