package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.control.rules.CelConditions;
import dev.gatehouse.demo.DemoApi;
import dev.gatehouse.demo.DemoCertificates;
import dev.gatehouse.demo.DemoConfiguration;
import dev.gatehouse.demo.DemoDatabase;
import dev.gatehouse.demo.DemoIdentity;
import dev.gatehouse.demo.DemoIssuer;
import dev.gatehouse.secret.GatewayKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the README: every block marked `sql WHO` goes through psql and a gateway, as the demo has them, and must print
/// the block that follows it.
@Tag("slow")
class ReadmeTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("```sql (\\w+)\\R(.*?)```\\s*```text\\R(.*?)```", Pattern.DOTALL);

    /// Ids and pseudonyms are different in every demo.
    private static final Pattern PSEUDONYM = Pattern.compile("name~\\w{12}");

    private static final Pattern IDS = Pattern.compile("(session|operation)=\\w+");

    private record Example(String who, String sql, String printed) {}

    @Test
    void theExamplesOfTheReadmePrintWhatTheReadmeShows(@TempDir Path directory) throws Exception {
        var examples = examples();
        assertThat(examples).hasSizeGreaterThan(3);
        var random = new SecureRandom();
        var clock = InstantSource.system();
        try (var database = DemoDatabase.start(directory.resolve("data/postgres"), random, _ -> {});
                var api = DemoApi.start(random);
                var issuer = DemoIssuer.start(directory.resolve("issuer.json"), clock)) {
            var certificates = DemoCertificates.in(directory.resolve("tls"), clock, random);
            var keys = directory.resolve("keys");
            var configuration = new DemoConfiguration(
                    directory.resolve("gatehouse.yaml"),
                    directory.resolve("data"),
                    keys,
                    directory.resolve("passwords"),
                    Map.of("postgres", "127.0.0.1:0", "http", "127.0.0.1:0"));
            configuration.write(database, api, issuer, certificates);
            GatewayKeys.create(keys, "readme", clock, random).close();
            var said = new StringWriter();
            var gateway = new Starter(new CelConditions()).start(configuration.file(), new PrintWriter(said));
            try (var running = gateway.orElseThrow(() -> new AssertionError(said))) {
                var users = issuer.identities().stream().collect(Collectors.toMap(DemoIdentity::name, each -> each));
                for (Example example : examples) {
                    assertThat(users).containsKey(example.who());
                    var who = Objects.requireNonNull(users.get(example.who()));
                    assertThat(steady(
                                    psql(running.address("postgres").getPort(), certificates.ca(), who, example.sql())))
                            .as("%s", example.sql())
                            .isEqualTo(steady(example.printed()));
                }
            }
        }
    }

    private static String psql(int port, Path ca, DemoIdentity who, String sql)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                "psql",
                "-X",
                "host=localhost port=" + port + " dbname=shop user=" + who.user() + " sslmode=verify-full sslrootcert="
                        + ca.toAbsolutePath());
        builder.environment().put("PGPASSWORD", who.token());
        builder.environment().put("PGCLIENTENCODING", "UTF8");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.redirectErrorStream(true);
        var process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(sql.getBytes(StandardCharsets.UTF_8));
        }
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }

    private static String steady(String printed) {
        var named = PSEUDONYM.matcher(printed).replaceAll("name~");
        return IDS.matcher(named)
                .replaceAll("$1=")
                .lines()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static List<Example> examples() throws IOException {
        var found = new ArrayList<Example>();
        var matcher = EXAMPLE.matcher(Files.readString(readme()));
        while (matcher.find()) {
            found.add(new Example(matcher.group(1), matcher.group(2), matcher.group(3)));
        }
        return found;
    }

    /// Tests run in their module's directory.
    private static Path readme() {
        return Path.of("..", "README.md").toAbsolutePath().normalize();
    }
}
