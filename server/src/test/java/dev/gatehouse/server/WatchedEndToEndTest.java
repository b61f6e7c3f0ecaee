package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import dev.gatehouse.net.ClientTls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whoever is watched is told in their own psql, where the configuration says so, and by no name.
@Tag("slow")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class WatchedEndToEndTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    @TempDir
    static Path directory;

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.prepare(directory);
        demo.configure(text -> text.replace("session: {", "session: { watch: told,"));
        demo.startGateway();
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    @Test
    void theClientHearsOfItWithItsNextAnswer() throws Exception {
        var psql = Client.of("psql", demo.environment(DemoPart.ENGINEER))
                .with(List.of("-X", "-A", "-t"))
                .start();
        psql.say("SELECT 'before';\n");

        String watch = "/api/v1/sessions/" + asked("before") + "/watch";
        String begun = ApiCall.post(demo, watch, demo.token(DemoPart.OFFICER), "{\"because\":\"INC-7\"}");
        assertThat(begun).contains("\"watch\"");
        psql.say("SELECT 'after';\n");
        var ran = psql.await();

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.lines()).containsExactly("before", "after");
        assertThat(ran.err())
                .containsOnlyOnce("NOTICE:  An auditor of this gateway watches this session")
                .doesNotContain(demo.user(DemoPart.OFFICER));
    }

    @Test
    void aClientOverHttpReadsItInAHeader() throws Exception {
        var authority = Optional.of(demo.certificateAuthority());
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(
                        PemFiles.client(ClientTls.Mode.VERIFY_FULL, authority).context())
                .build()) {
            heardInAHeader(client);
        }
    }

    private static void heardInAHeader(HttpClient client) throws Exception {
        // Another proof of who asks would begin another session.
        String token = demo.token(DemoPart.ENGINEER);
        assertThat(get(client, token, "/http/crm/customers/7?said=earlier")
                        .headers()
                        .map())
                .doesNotContainKey("gatehouse-notice");
        String watch = "/api/v1/sessions/" + asked("said=earlier") + "/watch";
        assertThat(ApiCall.post(demo, watch, demo.token(DemoPart.OFFICER), "{\"because\":\"INC-7\"}"))
                .contains("\"watch\"");
        assertThat(get(client, token, "/http/crm/customers/7").headers().allValues("Gatehouse-Notice"))
                .singleElement()
                .asString()
                .contains("watches this session")
                .doesNotContain(demo.user(DemoPart.OFFICER));
    }

    private static HttpResponse<String> get(HttpClient client, String token, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(demo.httpUrl() + path))
                .header("Authorization", "Bearer " + token)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /// The session in which this was asked and answered; waits a minute at most.
    private static String asked(String text) {
        var officer = new GatehouseCommand(demo, DemoPart.OFFICER);
        Instant deadline = CLOCK.instant().plus(PATIENCE);
        while (CLOCK.instant().isBefore(deadline)) {
            var sessions = officer.run("sessions", "list", "--who", demo.user(DemoPart.ENGINEER), "-o", "json")
                    .json()
                    .path("items");
            for (var session : sessions) {
                String id = session.path("id").asString();
                if (officer.run("sessions", "show", id).out().contains(text)) {
                    return id;
                }
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new IllegalStateException("nothing of it is on record: " + text);
    }
}
