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
}
