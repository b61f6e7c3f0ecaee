package dev.gatehouse.cli.client;

import dev.gatehouse.api.Problem;
import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.Text;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.UUID;
import javax.net.ssl.SSLException;
import tools.jackson.core.JacksonException;

/// Sends requests to one gateway and turns whatever is no answer into a [CommandFailed].
final class Http implements AutoCloseable {
    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);
    private static final int LARGEST_ANSWER = 64 << 20;
    private static final int FIRST_REFUSAL = 300;

    private final GatewayAddress gateway;
    private final HttpClient client;

    Http(GatewayAddress gateway) {
        this.gateway = gateway;
        var builder = HttpClient.newBuilder()
                .connectTimeout(CONNECTS_WITHIN)
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER);
        gateway.ca().ifPresent(ca -> builder.sslContext(Trust.in(ca)));
        client = builder.build();
    }

    /// @param body JSON; empty for none
    byte[] send(String method, String path, String body) {
        try (InputStream in = open(method, path, body)) {
            byte[] answer = in.readNBytes(LARGEST_ANSWER + 1);
            if (answer.length > LARGEST_ANSWER) {
                throw CommandFailed.refused("The gateway's answer is too long; ask for less.");
            }
            return answer;
        } catch (IOException broken) {
            throw unreachable(broken);
        }
    }

    /// What anybody may ask, without a token.
    byte[] openly(String path) {
        var request = HttpRequest.newBuilder(URI.create(gateway.url() + path))
                .timeout(ANSWERS_WITHIN)
                .GET()
                .build();
        try (InputStream in = accepted(client.send(request, BodyHandlers.ofInputStream()))) {
            return in.readNBytes(LARGEST_ANSWER);
        } catch (IOException broken) {
            throw unreachable(broken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailed.unreachable("Interrupted.");
        }
    }

    /// The answer while it arrives.
    InputStream open(String method, String path, String body) {
        String token = gateway.token()
                .orElseThrow(() -> CommandFailed.usage("Nobody is signed in at " + gateway.url()
                        + ": gatehouse login --url " + gateway.url() + ", or set GATEHOUSE_TOKEN."));
        if (!token.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw CommandFailed.usage("This is no token: it has blanks or other characters that tokens never have.");
        }
        var request = HttpRequest.newBuilder(URI.create(gateway.url() + path))
                .timeout(ANSWERS_WITHIN)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return accepted(client.send(request, BodyHandlers.ofInputStream()));
        } catch (IOException broken) {
            throw unreachable(broken);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailed.unreachable("Interrupted.");
        }
    }

    private InputStream accepted(HttpResponse<InputStream> response) throws IOException {
        if (response.statusCode() < FIRST_REFUSAL) {
            return response.body();
        }
        try (InputStream in = response.body()) {
            Problem problem = Json.MAPPER.readValue(in.readNBytes(LARGEST_ANSWER), Problem.class);
            throw CommandFailed.refused(Text.oneLine(problem.title() + ". " + problem.detail()));
        } catch (JacksonException notAProblem) {
            throw CommandFailed.usage("What answers at " + gateway.url() + " (HTTP " + response.statusCode()
                    + ") is no Gatehouse console listener; check --url.");
        }
    }

    private CommandFailed unreachable(IOException broken) {
        String reason = switch (broken) {
            case SSLException tls ->
                "its certificate is not trusted (" + tls.getMessage() + "); name its authority with --ca FILE";
            case HttpTimeoutException _ -> "it did not answer in time";
            case ConnectException _ -> "nothing answers there";
            default -> broken.getMessage() == null ? "the connection broke" : broken.getMessage();
        };
        return CommandFailed.unreachable(
                "Cannot reach the gateway at " + gateway.url() + ": " + Text.oneLine(reason) + ".");
    }

    @Override
    public void close() {
        client.close();
    }
}
