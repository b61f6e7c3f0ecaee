package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.cli.Programs;
import dev.gatehouse.cli.Shell;
import dev.gatehouse.demo.DemoPart;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `gatehouse login` at a real issuer, the demo's, and commands that use what it kept.
@Tag("slow")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class LoginAtTheDemoEndToEndTest {
    private static final Pattern DEVICE = Pattern.compile("or open (http://\\S+/device\\?user_code=([A-Z-]+))");
    private static final Pattern BROWSER = Pattern.compile("(http://\\S+/authorize\\?\\S+)");
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    @TempDir
    static Path directory;

    private static RunningDemo demo;

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void start() throws Exception {
        demo = RunningDemo.start(directory);
    }

    @AfterAll
    static void stop() throws Exception {
        demo.close();
    }

    private int run(String... arguments) {
        var shell = new Shell(
                Map.of(),
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                home,
                Programs::inForeground,
                Thread::sleep,
                CLOCK);
        return Main.commandLine(shell).execute(arguments);
    }

    private FutureTask<Integer> login(String how) {
        var login = new FutureTask<>(() -> run(
                "login",
                how,
                "--url",
                demo.consoleUrl(),
                "--ca",
                demo.certificateAuthority().toString()));
        Thread.ofVirtual().start(login);
        return login;
    }

    /// Waits until the command has shown an address; a minute at most.
    private String shown(Pattern address) {
        var found = address.matcher(err.toString(StandardCharsets.UTF_8));
        Instant deadline = CLOCK.instant().plus(PATIENCE);
        while (!found.find()) {
            assertThat(CLOCK.instant()).as(err.toString(StandardCharsets.UTF_8)).isBefore(deadline);
            LockSupport.parkNanos(PAUSE);
            found = address.matcher(err.toString(StandardCharsets.UTF_8));
        }
        return found.group(1);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    private static HttpRequest.Builder choosing(String address, String form) {
        return HttpRequest.newBuilder(URI.create(address)).POST(BodyPublishers.ofString(form));
    }

    @Test
    void aCodeIsEnteredOnAnotherDevice() throws Exception {
        var login = login("--device");
        String address = shown(DEVICE);
        String code = address.substring(address.indexOf('=') + 1);

        assertThat(send(HttpRequest.newBuilder(URI.create(address))).body()).contains(code, "Lena");
        String page = address.substring(0, address.indexOf('?'));
        assertThat(send(choosing(page, "user_code=BBBB-BBBB&part=lead")).statusCode())
                .isEqualTo(400);
        assertThat(send(choosing(page, "user_code=" + code + "&part=lead")).statusCode())
                .isEqualTo(200);

        assertThat(login.get()).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("as " + demo.user(DemoPart.LEAD));
        assertThat(run("requests", "list")).isZero();
    }

    @Test
    void aBrowserOnThisMachineComesBack() throws Exception {
        var login = login("--browser");
        String address = shown(BROWSER);

        var chosen = send(choosing(address, "part=engineer"));
        assertThat(chosen.statusCode()).isEqualTo(303);
        String back = chosen.headers().firstValue("Location").orElseThrow();
        assertThat(send(HttpRequest.newBuilder(URI.create(back))).body()).contains("close this window");

        assertThat(login.get()).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("as " + demo.user(DemoPart.ENGINEER));
        assertThat(run("credentials", "create", "shop", "-o", "env")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("PGPASSWORD");
        try (var kept = Files.walk(home)) {
            assertThat(kept.filter(Files::isRegularFile)).isNotEmpty();
        }
    }
}
