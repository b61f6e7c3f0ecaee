package dev.gatehouse.server.admin;

import dev.gatehouse.control.admin.ports.Connections.Health;
import dev.gatehouse.server.settings.ConnectionSettings;
import dev.gatehouse.server.settings.keys.HostPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Whether targets take connections: opens one and closes it again, sends nothing. What was found is told for a
/// while, however many ask. Thread-safe; who asks first waits, at most for the time that one attempt may take.
public final class TargetReach {
    private static final Duration FRESH = Duration.ofSeconds(20);
    private static final int MILLISECONDS = 2000;

    private final Map<String, Target> targets;
    private final InstantSource clock;

    public TargetReach(List<ConnectionSettings> connections, InstantSource clock) {
        targets = connections.stream()
                .collect(Collectors.toMap(ConnectionSettings::name, connection -> new Target(addresses(connection))));
        this.clock = clock;
    }

    private static List<HostPort> addresses(ConnectionSettings connection) {
        return switch (connection.type()) {
            case POSTGRES -> connection.postgres().addresses();
            case HTTP, KUBERNETES -> List.of(connection.http().address());
        };
    }

    /// Empty when there was no such connection at the start.
    Optional<Health> of(String name) {
        return Optional.ofNullable(targets.get(name)).map(target -> target.health(clock));
    }

    private static final class Target {
        private final List<HostPort> addresses;
        private Optional<Health> seen = Optional.empty();

        Target(List<HostPort> addresses) {
            this.addresses = addresses;
        }

        synchronized Health health(InstantSource clock) {
            Instant now = clock.instant();
            if (seen.isEmpty() || !now.isBefore(seen.get().at().plus(FRESH))) {
                seen = Optional.of(new Health(now, obstacle()));
            }
            return seen.get();
        }

        /// One address that answers is enough.
        private Optional<String> obstacle() {
            Optional<String> because = Optional.of("no address is configured");
            for (HostPort address : addresses) {
                because = obstacle(address);
                if (because.isEmpty()) {
                    return because;
                }
            }
            return because;
        }

        private static Optional<String> obstacle(HostPort address) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(address.host(), address.port()), MILLISECONDS);
                return Optional.empty();
            } catch (SocketTimeoutException _) {
                return Optional.of(address.host() + ":" + address.port() + " did not answer in time");
            } catch (UnknownHostException _) {
                return Optional.of("no address is known for " + address.host());
            } catch (IOException refused) {
                return Optional.of(address.host() + ":" + address.port() + ": " + refused.getMessage());
            }
        }
    }
}
