package dev.gatehouse.control.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The API on a loopback port, and a client of it.
final class ApiOverHttp implements AutoCloseable {
    final FakeGateway gateway = new FakeGateway();
    private final AdminServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    ApiOverHttp(Optional<Path> log) {
        var api = new AdminApi(gateway.ports(log));
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = AdminServer.start(anyPort, Optional.empty(), api::addTo);
    }

    /// @param as whose token is sent; empty for none
    HttpResponse<String> call(String method, String path, String as, String body) {
        return call(method, path, as, body, "");
    }

    /// @param key of idempotency; empty for none
    HttpResponse<String> call(String method, String path, String as, String body, String key) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        if (!as.isEmpty()) {
            request.header("Authorization", "Bearer " + as);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> get(String path, String as) {
        return call("GET", path, as, "");
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.MAPPER.readTree(response.body());
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
