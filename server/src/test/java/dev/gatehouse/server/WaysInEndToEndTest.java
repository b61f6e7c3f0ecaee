package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ways in other than a token in TLS, with stock clients: minted credentials by SCRAM, with the channel bound in TLS
/// and
/// without TLS at all; and the way out, where the first address of the target is dead.
@Tag("slow")
class WaysInEndToEndTest {
    private static final String QUESTION = "SELECT 'in as ' || current_setting('application_name')";

    @TempDir
    static Path directory;

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.prepare(directory);
        // Nobody listens at the first address; port 1 is reserved.
        demo.configure(text -> text.replaceFirst("(target: \"?)([^/\"]+/)", "$1127.0.0.1:1,$2"));
        demo.startGateway();
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
        assertThat(RecordOf.gateway(demo).verify().finding()).isEmpty();
    }

    private static Map<String, String> minted() {
        var made = new GatehouseCommand(demo, DemoPart.ENGINEER).run("credentials", "create", "shop", "-o", "json");
        assertThat(made.exit()).as(made.err()).isZero();
        return Map.of(
                "PGUSER", made.json().path("user").asString(),
                "PGPASSWORD", made.json().path("secret").asString(),
                "PGAPPNAME", "scram");
    }

    @Test
    void theNextAddressOfATargetIsTakenWhenTheFirstIsDead() throws Exception {
        var ran = demo.psql(DemoPart.ENGINEER, "-c", "SELECT 1");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo("1\n");
    }

    @Test
    void libpqBindsTheChannelWhereItInsists() throws Exception {
        var ran = demo.psql(DemoPart.ENGINEER, with(minted(), "PGCHANNELBINDING", "require"), "-c", QUESTION);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo("in as scram\n");
    }

    @Test
    void withoutTlsOnlyAMintedCredentialGetsIn() throws Exception {
        var credential = minted();
        demo.stopGateway();
        demo.configure(text -> text.replaceFirst("(postgres: .*tls: )\\{[^}]*\\}", "$1off"));
        demo.startGateway();
        var ran = demo.psql(DemoPart.ENGINEER, with(credential, "PGSSLMODE", "disable"), "-c", QUESTION);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualTo("in as scram\n");
        var token = demo.psql(DemoPart.ENGINEER, Map.of("PGSSLMODE", "disable"), "-c", "SELECT 1");
        assertThat(token.exit()).isNotZero();
        assertThat(token.err()).contains("A token can only be sent over TLS");
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        var all = new java.util.HashMap<>(environment);
        all.put(name, value);
        return all;
    }
}
