package dev.gatehouse.control.console;

import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.control.admin.AdminApi;
import dev.gatehouse.control.admin.AdminServer;
import dev.gatehouse.control.admin.FakeGateway;
import dev.gatehouse.control.admin.ports.TokenCheck.Checked;
import dev.gatehouse.control.console.signin.Provider;
import dev.gatehouse.control.console.signin.SignInFlow;
import dev.gatehouse.control.console.signin.SignIns;
import dev.gatehouse.control.identity.Discovery;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// The console on a loopback port over a gateway in memory, a scripted issuer, and a client that sends exactly what a
/// test says, cookies included.
final class ConsoleOverHttp implements AutoCloseable {
    final FakeGateway gateway = new FakeGateway();
    final AtomicReference<Instant> now = new AtomicReference<>(FakeGateway.NOW);
    final ScriptedIssuer issuer = new ScriptedIssuer();
    final SignIns signIns;
    private final ConsoleSite site;
    private final AdminServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    ConsoleOverHttp() throws IOException {
        var ports = gateway.ports(Optional.empty());
        var api = new AdminApi(ports);
        var random = new SecureRandom();
        signIns = new SignIns(ports.switches(), random, now::get);
        var provider = new Provider("corp", issuer.url(), "gatehouse", Discovery.client());
        var flow = new SignInFlow(List.of(provider), (token, _) -> known(token), random, now::get);
        var origin = new AtomicReference<>(URI.create("http://unknown"));
        site = new ConsoleSite(api, Map.of(), flow, signIns, origin::get, now::get);
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = AdminServer.start(
                anyPort,
                Optional.empty(),
                routing -> {
                    site.addTo(routing);
                    api.addTo(routing);
                },
                site::close);
        origin.set(URI.create(origin()));
    }

    private static Checked known(String token) {
        try {
            return new Checked.Known(
                    FakeGateway.person(SignedJWT.parse(token).getJWTClaimsSet().getSubject()));
        } catch (ParseException malformed) {
            return new Checked.Refused("ref-1");
        }
    }

    String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    /// The cookie of somebody who has signed in.
    String signedIn(String who) {
        return Visit.SIGNED_IN + "=" + signIns.open(FakeGateway.person(who));
    }

    /// The token that forms of this sign-in contain.
    String csrf(String cookie) {
        String secret = cookie.substring(cookie.indexOf('=') + 1);
        return signIns.find(secret, false).orElseThrow().csrf();
    }

    Answered get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Answered post(String path, String form, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(origin() + path)).timeout(Duration.ofSeconds(30));
        for (int i = 0; i < headers.length; i += 2) {
            if (!headers[i + 1].isEmpty()) {
                request.header(headers[i], headers[i + 1]);
            }
        }
        return request;
    }

    /// The beginning of the answer, because events have no end.
    private Answered send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                boolean endless = response.headers()
                        .firstValue("Content-Type")
                        .filter(type -> type.startsWith("text/event-stream"))
                        .isPresent();
                var body = new String(endless ? new byte[0] : in.readAllBytes(), StandardCharsets.UTF_8);
                return new Answered(response, body);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    @Override
    public void close() {
        server.close();
        issuer.close();
        client.close();
    }
}
