package dev.gatehouse.server;

import dev.gatehouse.gateway.Login;
import dev.gatehouse.http.HttpProtocol;
import dev.gatehouse.http.relay.HttpLimits;
import dev.gatehouse.http.target.HttpTarget;
import dev.gatehouse.masking.Detectors;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.net.ServerTls;
import dev.gatehouse.net.Threads;
import dev.gatehouse.secret.GatewayKeys;
import dev.gatehouse.secret.Purpose;
import dev.gatehouse.server.settings.ConnectionSettings;
import dev.gatehouse.server.settings.LimitsSettings;
import dev.gatehouse.server.settings.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Makes what the `http` listener serves.
///
/// @param classifications of all connections, under the rules in force
record HttpServing(Settings settings, Login login, GatewayKeys keys, Classifications classifications, Threads threads) {
    /// A connection that asks nothing for so long is closed, and its session with it.
    private static final Duration IDLE = Duration.ofSeconds(60);

    /// A target that says nothing for so long is given up.
    private static final Duration ANSWER = Duration.ofMinutes(5);

    /// @throws IOException when a secret cannot be read
    HttpProtocol protocol(Optional<ServerTls> tls, HttpTargets maker) throws IOException {
        byte[] pseudonymKey;
        try (var derived = keys.derive(Purpose.PSEUDONYM)) {
            pseudonymKey = derived.bytes();
        }
        return new HttpProtocol(
                login,
                tls,
                targets(maker),
                () -> new Masker(pseudonymKey),
                new Detectors(),
                limits(settings.limits()),
                threads);
    }

    private Map<String, HttpTarget> targets(HttpTargets maker) throws IOException {
        var targets = new HashMap<String, HttpTarget>();
        for (ConnectionSettings connection : settings.connections()) {
            if (connection.type() == ConnectionSettings.Type.HTTP) {
                String name = connection.name();
                targets.put(name, maker.http(connection, () -> classifications.fields(name)));
            }
        }
        return targets;
    }

    private static HttpLimits limits(LimitsSettings limits) {
        return new HttpLimits(
                Math.toIntExact(limits.statement()),
                Math.toIntExact(limits.maskedRow()),
                Math.toIntExact(limits.login().toMillis()),
                Math.toIntExact(IDLE.toMillis()),
                Math.toIntExact(ANSWER.toMillis()));
    }
}
