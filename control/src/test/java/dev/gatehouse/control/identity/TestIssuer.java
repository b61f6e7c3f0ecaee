package dev.gatehouse.control.identity;

import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// An OpenID issuer on loopback whose keys and failures a test switches.
final class TestIssuer implements AutoCloseable {
    private final HttpServer server;
    private volatile List<SigningKey> keys;
    private volatile Mood mood = Mood.WELL;
    final AtomicInteger keyFetches = new AtomicInteger();
    final AtomicInteger discoveries = new AtomicInteger();

    enum Mood {
        WELL,
        DOWN,
        REDIRECTS,
        ENDLESS,
        NONSENSE,
        OTHER_NAME,
        PLAIN_HTTP_KEYS
    }

    TestIssuer(SigningKey... keys) throws IOException {
        this.keys = List.of(keys);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", this::discovery);
        server.createContext("/keys", this::keys);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void signsWith(SigningKey... now) {
        keys = List.of(now);
    }

    void feels(Mood now) {
        mood = now;
    }

    private void discovery(HttpExchange exchange) throws IOException {
        discoveries.incrementAndGet();
        String name = mood == Mood.OTHER_NAME ? "https://evil.example" : url();
        String location = mood == Mood.PLAIN_HTTP_KEYS ? "http://idp.example.com/keys" : url() + "/keys";
        answer(exchange, "{\"issuer\":\"" + name + "\",\"jwks_uri\":\"" + location + "\"}");
    }

    private void keys(HttpExchange exchange) throws IOException {
        keyFetches.incrementAndGet();
        answer(exchange, new JWKSet(keys.stream().map(SigningKey::jwk).toList()).toString());
    }

    private void answer(HttpExchange exchange, String good) throws IOException {
        try (exchange) {
            String body = switch (mood) {
                case ENDLESS -> " ".repeat(Discovery.LARGEST_BYTES + 1);
                case NONSENSE -> "<html>";
                case WELL, DOWN, REDIRECTS, OTHER_NAME, PLAIN_HTTP_KEYS -> good;
            };
            int status = switch (mood) {
                case DOWN -> 503;
                case REDIRECTS -> 302;
                case WELL, ENDLESS, NONSENSE, OTHER_NAME, PLAIN_HTTP_KEYS -> 200;
            };
            exchange.getResponseHeaders().set("Location", url() + "/keys");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
