package dev.gatehouse.server;

import dev.gatehouse.net.ClientTls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/// One request to a demo's API, without the command line.
final class ApiCall {
    private ApiCall() {}

    /// The answer's status.
    static int get(RunningDemo demo, String path, String bearer) {
        return send(demo, "GET", path, bearer, "").statusCode();
    }

    /// The answer's body.
    static String post(RunningDemo demo, String path, String bearer) {
        return post(demo, path, bearer, "");
    }

    /// The same with JSON.
    static String post(RunningDemo demo, String path, String bearer, String body) {
        return send(demo, "POST", path, bearer, body).body();
    }

    private static HttpResponse<String> send(RunningDemo demo, String method, String path, String bearer, String body) {
        try (var client = HttpClient.newBuilder()
                .sslContext(PemFiles.client(ClientTls.Mode.VERIFY_FULL, Optional.of(demo.certificateAuthority()))
                        .context())
                .build()) {
            var request = HttpRequest.newBuilder(URI.create(demo.consoleUrl() + path))
                    .header("Authorization", "Bearer " + bearer)
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopping);
        }
    }
}
