package dev.gatehouse.http;

import dev.gatehouse.gateway.Login;
import dev.gatehouse.http.mask.JsonMask;
import dev.gatehouse.http.relay.Conversation;
import dev.gatehouse.http.relay.Doorman;
import dev.gatehouse.http.relay.HttpLimits;
import dev.gatehouse.http.target.HttpTarget;
import dev.gatehouse.masking.Detectors;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.net.ReadAheadWire;
import dev.gatehouse.net.ServerTls;
import dev.gatehouse.net.Threads;
import dev.gatehouse.net.Wire;
import dev.gatehouse.spi.Protocol;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Serves HTTP/1.1 clients such as curl: TLS, then a [Conversation].
public final class HttpProtocol implements Protocol {
    private final Login login;
    private final Optional<ServerTls> tls;
    private final Map<String, HttpTarget> targets;
    private final Supplier<Masker> maskers;
    private final Detectors detectors;
    private final HttpLimits limits;
    private final Threads threads;

    /// @param tls of the listener; without it nobody can show a token
    /// @param targets by the connection's name
    /// @param maskers makes a masker for one conversation
    /// @param threads of what looks out for clients that are held
    public HttpProtocol(
            Login login,
            Optional<ServerTls> tls,
            Map<String, HttpTarget> targets,
            Supplier<Masker> maskers,
            Detectors detectors,
            HttpLimits limits,
            Threads threads) {
        this.login = login;
        this.tls = tls;
        this.targets = Map.copyOf(targets);
        this.maskers = maskers;
        this.detectors = detectors;
        this.limits = limits;
        this.threads = threads;
    }

    @Override
    public String type() {
        return "http";
    }

    @Override
    public void serve(Wire client) {
        try {
            client.timeout(limits.firstMilliseconds());
            if (tls.isPresent()) {
                try (var encrypted = tls.get().accept(client)) {
                    converse(encrypted);
                }
            } else {
                converse(client);
            }
        } catch (IOException gone) {
            // The client went away, was too slow, or does not speak TLS: there is nobody to tell.
            client.close();
        }
    }

    private void converse(Wire client) throws IOException {
        var mask = new JsonMask(detectors, maskers.get(), limits.mostMasked());
        var heeded = new ReadAheadWire(client, threads);
        new Conversation(heeded, new Doorman(login, mask, limits), targets, limits).run();
    }
}
