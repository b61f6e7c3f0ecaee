package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.HostPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `host:port/database`, or `host:port,host:port/database`.
///
/// @param addresses at least one, in the order in which they are tried
public record PostgresTarget(List<HostPort> addresses, String database) {
    public PostgresTarget {
        addresses = List.copyOf(addresses);
    }

    static Optional<PostgresTarget> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || slash == text.length() - 1) {
            return Optional.empty();
        }
        var addresses = new ArrayList<HostPort>();
        for (String part : text.substring(0, slash).split(",", -1)) {
            var address = HostPort.parse(part.strip()).filter(one -> one.port() > 0);
            if (address.isEmpty()) {
                return Optional.empty();
            }
            addresses.add(address.get());
        }
        return Optional.of(new PostgresTarget(addresses, text.substring(slash + 1)));
    }
}
