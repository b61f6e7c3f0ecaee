package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A stock curl against the whole gateway and the demo's API.
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpEndToEndTest {
    private RunningDemo demo;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        demo = RunningDemo.start(directory);
    }

    @AfterAll
    void stopAndVerify() throws IOException {
        demo.stopGateway();
        var report = RecordOf.gateway(demo).verify();
        demo.close();
        assertThat(report.finding()).isEmpty();
    }

    /// curl as `part`; the token is on its standard input, never on a command line.
    private Client.Ran curl(DemoPart part, String path, String... arguments) throws IOException, InterruptedException {
        return Client.of("curl", Map.of())
                .with(List.of("-sS", "-i", "--http1.1", "--path-as-is", "-K", "-"))
                .with(List.of("--cacert", demo.certificateAuthority().toString()))
                .with(List.of(arguments))
                .with(List.of(demo.httpUrl() + path))
                .saying("header = \"Authorization: Bearer " + demo.token(part) + "\"\n")
                .run();
    }

    @Test
    void anAgentReadsACustomerMasked() throws Exception {
        var ran = curl(DemoPart.AGENT, "/http/crm/customers/7");
        assertThat(ran.out())
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("\"id\":7")
                .contains("***@")
                .contains("\"phone\":\"[redacted]\"")
                .doesNotContain("Set-Cookie");
    }

    @Test
    void theOfficerSeesTheSameInClear() throws Exception {
        assertThat(curl(DemoPart.OFFICER, "/http/crm/customers/7").out())
                .startsWith("HTTP/1.1 200 OK\r\n")
                .doesNotContain("redacted")
                .doesNotContain("Set-Cookie");
    }

    @Test
    void aRefusalNamesItsRule() throws Exception {
        assertThat(curl(DemoPart.AGENT, "/http/crm/customers").out())
                .startsWith("HTTP/1.1 403 Forbidden\r\n")
                .contains("application/problem+json")
                .contains("\"detail\":\"This lists every customer.")
                .contains("\"rule\":\"crm-whole-list\"");
    }

    @Test
    void theExamplesOfTheHowToPrintWhatItShows() throws Exception {
        var environment = Map.of(
                "GATEHOUSE_HTTP", demo.httpUrl() + "/http/crm",
                "GATEHOUSE_CA", demo.certificateAuthority().toString(),
                "TOKEN", demo.token(DemoPart.AGENT));
        var examples = HttpHowTo.of(Path.of("../docs/how-to/call-an-http-api.md"));
        assertThat(examples).hasSizeGreaterThan(5);
        for (HttpHowTo example : examples) {
            // --json is younger than some curls.
            var command = example.command().replace("--json", "-H 'Content-Type: application/json' --data");
            var ran = Client.of("sh", environment).with(List.of("-c", command)).run();
            assertThat(ran.out().strip()).as(example.command()).matches(example.expected());
        }
    }

    @Test
    void aMintedCredentialIsTakenAsBasicAndAsBearerForItsConnectionOnly() throws Exception {
        var minted = new GatehouseCommand(demo, DemoPart.ENGINEER)
                .run("credentials", "create", "crm", "-o", "json")
                .json();
        var user = minted.get("user").asString();
        var secret = minted.get("secret").asString();
        assertThat(user).startsWith(demo.user(DemoPart.ENGINEER) + "/");
        var basic = "user = \"" + user + ":" + secret + "\"\n";
        var bearer = "header = \"Authorization: Bearer " + secret + "\"\n";
        for (String proof : List.of(basic, bearer)) {
            assertThat(curl(proof, "/http/crm/customers/7").out()).startsWith("HTTP/1.1 200 OK");
            assertThat(curl(proof, "/http/shop/").out()).startsWith("HTTP/1.1 401 ");
        }
        assertThat(curl("user = \"" + user + ":" + secret + "x\"\n", "/http/crm/customers/7")
                        .out())
                .startsWith("HTTP/1.1 401 ");
        assertThat(new GatehouseCommand(demo, DemoPart.ENGINEER)
                        .run("credentials", "create", "crm", "-o", "env")
                        .out())
                .contains("export GATEHOUSE_HTTP_URL='" + demo.httpUrl() + "/http/crm'")
                .contains("export CURL_CA_BUNDLE=");
    }

    @Test
    void aWriteThatARuleAllowsArrivesOnceAndAMaskSentBackDoesNot() throws Exception {
        int before = demo.api().notes();
        var json = List.of("-H", "Content-Type: application/json", "--data");
        assertThat(curl(
                                DemoPart.ENGINEER,
                                "/http/crm/customers/7/notes",
                                json.get(0),
                                json.get(1),
                                json.get(2),
                                "{\"text\":\"called\"}")
                        .out())
                .startsWith("HTTP/1.1 201 ");
        assertThat(demo.api().notes()).isEqualTo(before + 1);
        assertThat(curl(
                                DemoPart.ENGINEER,
                                "/http/crm/customers/7/notes",
                                json.get(0),
                                json.get(1),
                                json.get(2),
                                "{\"text\":\"\\u005bredacted]\"}")
                        .out())
                .startsWith("HTTP/1.1 403 ")
                .contains("mask-in-write");
        assertThat(demo.api().notes()).isEqualTo(before + 1);
    }

    @Test
    void aSessionIsShownAndPlayed() throws Exception {
        curl(DemoPart.LEAD, "/http/crm/customers/9");
        var officer = new GatehouseCommand(demo, DemoPart.OFFICER);
        var sessions = officer.run(
                        "sessions", "list", "--who", demo.user(DemoPart.LEAD), "--connection", "crm", "-o", "json")
                .json();
        var id = sessions.get("items").get(0).get("id").asString();
        assertThat(officer.run("sessions", "show", id).out())
                .contains("GET /customers/9")
                .contains("crm-reads");
        assertThat(officer.run("sessions", "play", id).out())
                .contains("HTTP/1.1 200 OK")
                .contains("[redacted]");
    }

    /// @param proof a line of curl's configuration
    private Client.Ran curl(String proof, String path) throws IOException, InterruptedException {
        return Client.of("curl", Map.of())
                .with(List.of("-sS", "-i", "-K", "-"))
                .with(List.of("--cacert", demo.certificateAuthority().toString()))
                .with(List.of(demo.httpUrl() + path))
                .saying(proof)
                .run();
    }
}
