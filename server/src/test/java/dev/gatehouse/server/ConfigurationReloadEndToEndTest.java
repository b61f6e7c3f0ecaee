package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import dev.gatehouse.recording.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A changed configuration file: in force without a restart, or not at all.
@Tag("slow")
class ConfigurationReloadEndToEndTest {
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    static Path directory;

    private static RunningDemo demo;

    private String original = "";
    private int before;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.start(directory);
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    @BeforeEach
    void remember() throws IOException {
        original = Files.readString(demo.configurationFile());
        before = loads().size();
    }

    @AfterEach
    void restore() throws IOException {
        int loads = loads().size();
        Files.writeString(demo.configurationFile(), original + "# restored after " + loads + " loads\n");
        await(loads + 1);
    }

    /// Whether each load on record was accepted.
    private static List<Boolean> loads() throws IOException {
        return RecordOf.gateway(demo).gatewayEvents().stream()
                .filter(Event.ConfigurationLoaded.class::isInstance)
                .map(event -> ((Event.ConfigurationLoaded) event).accepted())
                .toList();
    }

    private static List<Boolean> await(int count) throws IOException {
        var deadline = CLOCK.instant().plus(Duration.ofSeconds(60));
        while (CLOCK.instant().isBefore(deadline)) {
            var loads = loads();
            if (loads.size() >= count) {
                // On record is not yet in force: the record comes first.
                assertThat(demo.digestInForce()).isNotEmpty();
                return loads;
            }
        }
        throw new IllegalStateException("fewer than " + count + " loads are on record");
    }

    /// The loads since the test began, as soon as there are `count`.
    private List<Boolean> since(int count) throws IOException {
        return await(before + count).subList(before, before + count);
    }

    @Test
    void aNewRuleIsInForceWithoutARestartAlsoForOpenSessions() throws Exception {
        var psql = Client.of("psql", demo.environment(DemoPart.AGENT))
                .with(List.of("-X", "-A", "-t"))
                .start();
        psql.say("SELECT 'before';\n\\echo said\n");
        demo.awaitDatabase("SELECT 1 FROM pg_stat_activity WHERE query LIKE '%''before''%' AND state = 'idle'"
                + " AND pid <> pg_backend_pid()");
        demo.configure(text -> text.replace("rules:\n", """
                rules:
                  - { id: closed-today, on: { connection: shop, who: "kind:agent" }, then: deny, because: "Closed today." }
                """));
        assertThat(since(1)).containsExactly(true);
        psql.say("SELECT 'after';\n");
        var ran = psql.await();
        assertThat(ran.lines()).containsExactly("before", "said");
        assertThat(ran.err()).contains("Closed today.").contains("rule=closed-today");
    }

    @Test
    void masksChangeWithTheFile() throws Exception {
        String query = "SELECT email FROM customers WHERE id = 5";
        assertThat(demo.psql(DemoPart.AGENT, "-c", query).out()).contains("***");
        demo.configure(text ->
                text.replace("category: \"contact.email\", with: partial", "category: \"contact.email\", with: clear"));
        since(1);
        assertThat(demo.psql(DemoPart.AGENT, "-c", query).out())
                .doesNotContain("***")
                .contains("@");
    }

    @Test
    void aBrokenFileLeavesTheOldRulesInForceAndIsOnRecord() throws Exception {
        demo.configure(text -> text.replace("then: allow", "then: alow"));
        assertThat(since(1)).containsExactly(false);
        assertThat(demo.psql(DemoPart.AGENT, "-c", "SELECT 'in force'").lines()).containsExactly("in force");
        assertThat(demo.psql(DemoPart.AGENT, "-c", "DELETE FROM customers").err())
                .contains("no-whole-table-writes");
        demo.configure(text -> text.replace("then: alow", "then: allow") + "# mended\n");
        assertThat(since(2)).containsExactly(false, true);
    }
}
