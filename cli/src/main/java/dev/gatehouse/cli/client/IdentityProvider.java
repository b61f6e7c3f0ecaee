package dev.gatehouse.cli.client;

import dev.gatehouse.api.SignInWay;
import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.Text;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// An identity provider, as a public client asks it (OpenID Connect Discovery 1.0; RFC 6749, 7636, 8628). Every call
/// throws [CommandFailed] when it cannot be reached or answers something else.
public final class IdentityProvider implements AutoCloseable {
    private static final Duration WITHIN = Duration.ofSeconds(20);
    private static final int LARGEST = 1 << 20;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    static final String SCOPE = "openid email profile groups";

    private final SignInWay way;
    private final HttpClient http;
    private final JsonNode discovered;

    /// @param ca the authority of its certificate; without one, those that Java trusts
    public IdentityProvider(SignInWay way, Optional<Path> ca) {
        this.way = way;
        var builder = HttpClient.newBuilder().connectTimeout(WITHIN).followRedirects(HttpClient.Redirect.NEVER);
        ca.ifPresent(file -> builder.sslContext(Trust.in(file)));
        http = builder.build();
        String base = way.url().endsWith("/") ? way.url().substring(0, way.url().length() - 1) : way.url();
        var request = HttpRequest.newBuilder(safe(base + "/.well-known/openid-configuration"))
                .timeout(WITHIN)
                .GET()
                .build();
        discovered = json(send(request));
    }

    String client() {
        return way.client();
    }

    /// Where a question of this kind goes; empty when the provider does not answer such.
    Optional<URI> endpoint(String key) {
        return Optional.ofNullable(discovered.get(key)).map(JsonNode::asString).map(this::safe);
    }

    URI needed(String key) {
        return endpoint(key)
                .orElseThrow(
                        () -> CommandFailed.refused("The identity provider " + way.name() + " has no " + key + "."));
    }

    /// Secrets go over TLS, or stay on this machine.
    private URI safe(String address) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException malformed) {
            throw strange();
        }
        boolean good = "https".equals(uri.getScheme())
                || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(String.valueOf(uri.getHost()));
        if (!good) {
            throw CommandFailed.refused(
                    "The identity provider " + way.name() + " is not reached by https; nothing was sent to it.");
        }
        return uri;
    }

    /// What it answered to a form.
    record Answer(int status, JsonNode body) {
        String text(String key) {
            return Optional.ofNullable(body.get(key)).map(JsonNode::asString).orElse("");
        }

        int number(String key, int usual) {
            return Optional.ofNullable(body.get(key))
                    .map(node -> node.asInt(usual))
                    .orElse(usual);
        }
    }

    Answer post(URI endpoint, Map<String, String> form) {
        var request = HttpRequest.newBuilder(endpoint)
                .timeout(WITHIN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
        HttpResponse<byte[]> response = send(request);
        return new Answer(response.statusCode(), json(response));
    }

    static String encoded(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        } catch (IOException broken) {
            throw CommandFailed.unreachable("Cannot reach the identity provider " + way.name() + " at "
                    + request.uri().getAuthority() + ": "
                    + Text.oneLine(String.valueOf(broken.getMessage())) + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailed.unreachable("Interrupted.");
        }
    }

    private JsonNode json(HttpResponse<byte[]> response) {
        try {
            return Json.MAPPER.readTree(response.body());
        } catch (JacksonException malformed) {
            throw strange();
        }
    }

    private CommandFailed strange() {
        return CommandFailed.refused(
                "The identity provider " + way.name() + " answered something that is not understood.");
    }

    /// The token that a gateway takes, from the answer of the token endpoint.
    String token(Answer answer) {
        String token = answer.text("id_token");
        if (answer.status() != 200 || token.isEmpty()) {
            String said = answer.text("error_description").isEmpty()
                    ? answer.text("error")
                    : answer.text("error_description");
            throw CommandFailed.refused("The identity provider did not sign you in"
                    + (said.isEmpty() ? "" : ": " + Text.oneLine(said)) + ". Try again: gatehouse login.");
        }
        return token;
    }

    @Override
    public void close() {
        http.close();
    }
}
