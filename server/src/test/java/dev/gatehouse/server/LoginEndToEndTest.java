package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Who gets in, and what those learn who do not: nothing.
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LoginEndToEndTest {
    @TempDir
    static Path directory;

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.prepare(directory);
        demo.configure(text -> text.replace("connections:\n", """
                purposes: [ { id: support, lawful-basis: "6(1)(b)", categories: [ "*" ] } ]
                connections:
                  - name: vault
                    type: postgres
                    target: "127.0.0.1:1/vault"
                    tls: { mode: disable }
                    credentials: { user: nobody, password: { env: PATH } }
                    access: [ "group:nobody" ]
                """));
        demo.startGateway();
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    private static Client.Ran as(DemoPart part, Map<String, String> changed) throws Exception {
        return demo.psql(part, changed, "-c", "SELECT 'in'");
    }

    /// First, because failed logins slow down the next one of the same user.
    @Test
    @Order(1)
    void allFivePartsGetIn() throws Exception {
        for (DemoPart part : DemoPart.values()) {
            assertThat(as(part, Map.of()).lines()).as(part.id()).containsExactly("in");
        }
    }

    @Test
    void whoeverDoesNotGetInLearnsNothing() throws Exception {
        String token = demo.token(DemoPart.AGENT);
        var refusals = List.of(
                as(DemoPart.OFFICER, Map.of("PGPASSWORD", "wrong")),
                as(DemoPart.OFFICER, Map.of("PGPASSWORD", token.substring(0, token.length() - 4) + "AAAA")),
                as(DemoPart.OFFICER, Map.of("PGPASSWORD", token)),
                as(DemoPart.OFFICER, Map.of("PGDATABASE", "nothing")),
                as(DemoPart.OFFICER, Map.of("PGDATABASE", "vault")));
        assertThat(refusals).allSatisfy(ran -> {
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.out()).isEmpty();
        });
        assertThat(refusals.stream().map(LoginEndToEndTest::withoutReference).distinct())
                .containsExactly("FATAL:  Login refused (reference R).");
    }

    private static String withoutReference(Client.Ran ran) {
        return ran.err()
                .lines()
                .filter(line -> line.contains("FATAL"))
                .map(line -> line.substring(line.indexOf("FATAL")).replaceAll("reference [0-9a-z]{26}", "reference R"))
                .findFirst()
                .orElse(ran.err());
    }

    @Test
    void withoutTlsNobodyIsAskedForAToken() throws Exception {
        var ran = as(DemoPart.ENGINEER, Map.of("PGSSLMODE", "disable"));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("Gatehouse needs TLS.").doesNotContain("password");
    }

    @Test
    void aPurposeIsStatedByOptions() throws Exception {
        var ran = as(DemoPart.ENGINEER, Map.of("PGOPTIONS", "-c gatehouse.purpose=support"));
        assertThat(ran.lines()).as(ran.err()).containsExactly("in");
        assertThat(RecordOf.gateway(demo).identities())
                .anySatisfy(identity -> assertThat(identity).contains("purpose").contains("support"));
    }

    @Test
    void aSettingThatWouldNeedARuleDoesNotPassAtLogin() throws Exception {
        var ran = as(DemoPart.ENGINEER, Map.of("PGOPTIONS", "-c session_replication_role=replica"));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("session_replication_role");
    }
}
