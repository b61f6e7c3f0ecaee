package dev.gatehouse.control.admin;

import dev.gatehouse.api.Problem;
import io.helidon.common.tls.Tls;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/// The console listener: HTTPS for the admin API and the console's pages.
public final class AdminServer implements AutoCloseable {
    private final WebServer server;
    private final InetAddress host;
    private final Runnable beforeStop;

    private AdminServer(WebServer server, InetAddress host, Runnable beforeStop) {
        this.server = server;
        this.host = host;
        this.beforeStop = beforeStop;
    }

    /// Starts to listen; returns when it does.
    ///
    /// @param tls the listener's certificate and key; without them it speaks plain HTTP, for tests on loopback only
    /// @param routing adds what is served, such as [AdminApi#addTo]
    public static AdminServer start(
            InetSocketAddress address, Optional<SSLContext> tls, Consumer<HttpRouting.Builder> routing) {
        return start(address, tls, routing, () -> {});
    }

    /// The same with something to do before it stops, so that answers without an end come to one.
    public static AdminServer start(
            InetSocketAddress address,
            Optional<SSLContext> tls,
            Consumer<HttpRouting.Builder> routing,
            Runnable beforeStop) {
        WebServerConfig.Builder config = WebServer.builder()
                .address(address.getAddress())
                .port(address.getPort())
                .shutdownHook(false)
                .featuresDiscoverServices(false)
                .maxPayloadSize(Asked.MOST_BODY)
                .directHandlers(problems())
                .routing(routing);
        tls.ifPresent(context -> config.tls(Tls.builder().sslContext(context).build()));
        return new AdminServer(config.build().start(), address.getAddress(), beforeStop);
    }

    /// The port that it listens on, also when it was asked to choose one.
    public int port() {
        return server.port();
    }

    /// Where it listens.
    public InetSocketAddress address() {
        return new InetSocketAddress(host, port());
    }

    @Override
    public void close() {
        beforeStop.run();
        server.stop();
    }

    /// What Helidon itself refuses, before any routing, reads like all other refusals and repeats nothing.
    private static DirectHandlers problems() {
        var handlers = DirectHandlers.builder();
        for (DirectHandler.EventType type : DirectHandler.EventType.values()) {
            handlers.addHandler(type, (_, _, status, headers, _) -> {
                headers.set(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
                var problem = Problem.of(
                        status.code(),
                        "refused",
                        status.reasonPhrase(),
                        "The request was refused before it was looked at.");
                return DirectHandler.TransportResponse.builder()
                        .status(status)
                        .headers(headers)
                        .entity(Json.MAPPER.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8))
                        .build();
            });
        }
        return handlers.build();
    }
}
