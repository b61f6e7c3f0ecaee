package dev.gatehouse.bench;

import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;

/// Clients that wait for an approval, each with a statement of its own, and pages of the console that are open
/// meanwhile.
final class Crowd implements AutoCloseable {
    private static final long PATIENCE_NANOS = 120_000_000_000L;
    private static final long PAUSE_NANOS = 100_000_000L;

    private final Process waiting;
    private final Path script;
    private final HttpClient browser;
    private final List<InputStream> pages = new ArrayList<>();
    private final LongAdder events = new LongAdder();

    private Crowd(Process waiting, Path script, HttpClient browser) {
        this.waiting = waiting;
        this.script = script;
        this.browser = browser;
    }

    /// @param clients that wait
    /// @param tabs of the console
    /// @param tls trusts the gateway's certificate
    /// @param token of somebody who may see the requests, for the API
    static Crowd gather(GatewayUnderTest gateway, int clients, int tabs, SSLContext tls, String token)
            throws IOException {
        var script = Files.createTempFile("gatehouse-bench-crowd", ".sql");
        Files.writeString(script, "UPDATE pgbench_accounts SET abalance = 0 WHERE aid = :client_id + 1;\n");
        var browser = HttpClient.newBuilder()
                .sslContext(tls)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        var command = List.of(
                Database.program("pgbench"), "-n", "-f", script.toString(), "-c", Integer.toString(clients), "-t", "1");
        var process = Programs.start(gateway.way().environment(), Path.of("/dev/null"), command);
        var crowd = new Crowd(process, script, browser);
        try {
            crowd.signIn(gateway.console());
            for (int tab = 0; tab < tabs; tab++) {
                crowd.open(gateway.console());
            }
            crowd.awaitRequests(gateway.console(), clients, token);
            return crowd;
        } catch (IOException failed) {
            crowd.close();
            throw failed;
        }
    }

    /// As a person does: choose the issuer, choose whom to be, and come back.
    private void signIn(String console) throws IOException {
        var form = get(console + "/sign-in/at/bench?next=/");
        var answer = send(HttpRequest.newBuilder(form.uri())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("part=" + DemoPart.LEAD.id())));
        // Where the browser is let in it is sent on by a page, because a cookie of the same site only comes back then.
        if (get(console + "/requests").uri().getPath().startsWith("/sign-in")) {
            throw new IOException("the console let nobody in: " + answer.statusCode() + " " + answer.uri());
        }
    }

    private HttpResponse<String> get(String url) throws IOException {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopping);
        }
    }

    /// A page that listens, and asks for the list again whenever it is told to, as the console's script does.
    private void open(String console) throws IOException {
        try {
            var stream = browser.send(
                    HttpRequest.newBuilder(URI.create(console + "/live")).GET().build(), BodyHandlers.ofInputStream());
            if (stream.statusCode() != 200) {
                throw new IOException("the console answered " + stream.statusCode());
            }
            pages.add(stream.body());
            Thread.ofVirtual().name("tab").start(() -> read(stream.body()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopping);
        }
    }

    private void read(InputStream page) {
        var buffer = new byte[4096];
        try {
            for (int read = page.read(buffer); read >= 0; read = page.read(buffer)) {
                if (new String(buffer, 0, read, StandardCharsets.UTF_8).contains("event:")) {
                    events.increment();
                }
            }
        } catch (IOException closed) {
            // The crowd goes home.
            return;
        }
    }

    private void awaitRequests(String console, int clients, String token) throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        int known = 0;
        while (known < clients) {
            if (System.nanoTime() > deadline || !waiting.isAlive()) {
                throw new IOException("only " + known + " of " + clients + " wait");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            var list = URI.create(console + "/api/v1/requests?state=pending&limit=500");
            known = send(HttpRequest.newBuilder(list).header("Authorization", "Bearer " + token))
                            .body()
                            .split("\"state\":\"pending\"", -1)
                            .length
                    - 1;
        }
    }

    /// How often any page was told that something changed.
    long events() {
        return events.sum();
    }

    @Override
    public void close() {
        browser.shutdownNow();
        Programs.stop(waiting);
        script.toFile().delete();
    }
}
