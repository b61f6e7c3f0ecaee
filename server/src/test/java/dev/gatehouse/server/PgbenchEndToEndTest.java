package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// pgbench fills its tables and runs its transactions through the gateway.
@Tag("slow")
class PgbenchEndToEndTest {
    @TempDir
    static Path directory;

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws Exception {
        demo = RunningDemo.prepare(directory);
        // pgbench empties its history and updates whole tables when it fills them: whoever benchmarks may.
        demo.configure(text -> text.replace(
                "when: \"sql.effect == 'write' && !sql.filtered\"",
                "when: \"sql.effect == 'write' && !sql.filtered && who.kind == 'agent'\""));
        demo.startGateway();
        var filled = pgbench("-i", "-s", "1", "-q");
        assertThat(filled.exit()).as(filled.err()).isZero();
        assertThat(filled.err()).contains("done in");
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    private static Client.Ran pgbench(String... arguments) throws Exception {
        return Client.of("pgbench", demo.environment(DemoPart.ENGINEER))
                .with(List.of(arguments))
                .run();
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple", "extended", "prepared"})
    void itsTransactionsRunInEveryProtocol(String protocol) throws Exception {
        var ran = pgbench("-n", "-M", protocol, "-c", "4", "-j", "2", "-T", "3");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).doesNotContain("aborted").doesNotContain("ERROR");
        assertThat(ran.out()).contains("number of failed transactions: 0 (0.000%)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple", "extended", "prepared"})
    void itsSelectsRunInEveryProtocol(String protocol) throws Exception {
        var ran = pgbench("-n", "-S", "-M", protocol, "-c", "4", "-j", "2", "-T", "3");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("number of failed transactions: 0 (0.000%)");
    }

    @Test
    void aPipelineOfStatementsIsAnsweredInOrder() throws Exception {
        Path script = directory.resolve("pipeline.sql");
        java.nio.file.Files.writeString(script, """
                \\startpipeline
                SELECT 1;
                SELECT abalance FROM pgbench_accounts WHERE aid = 7;
                SELECT 2;
                \\endpipeline
                """);
        var ran = pgbench("-n", "-M", "extended", "-c", "4", "-t", "50", "-f", script.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("number of transactions actually processed: 200/200");
    }
}
