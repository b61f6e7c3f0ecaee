package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Requests outlive the gateway that took them, and not their time.
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ApprovalRestartEndToEndTest {
    @TempDir
    static Path directory;

    @Test
    void aRequestSurvivesAnOrderlyRestartAndExpiresInTime() throws Exception {
        try (var demo = RunningDemo.start(directory)) {
            var asking = new Asking(demo);
            String sql = "UPDATE customers SET segment = 'later' WHERE id = 40";
            var psql = asking.psql(sql);
            String id = asking.held(sql);
            demo.stopGateway();
            assertThat(psql.await().err()).contains("57P01").contains("shutting down");

            demo.startGateway();
            assertThat(asking.state(id)).isEqualTo("pending");
            assertThat(asking.command(DemoPart.LEAD, "approve", id).exit()).isZero();
            demo.stopGateway();
            demo.startGateway();
            var again = asking.psql(sql).await();
            assertThat(again.exit()).as(again.err()).isZero();
            assertThat(again.err()).doesNotContain("NOTICE");
            assertThat(asking.state(id)).isEqualTo("used");

            demo.stopGateway();
            demo.configure(text -> text.replace("wait: 2m, valid: 30m", "wait: 1s, valid: 10s"));
            demo.startGateway();
            String second = "UPDATE customers SET segment = 'late' WHERE id = 41";
            var ran = asking.psql(second).await();
            assertThat(ran.err())
                    .contains("42501: not decided within 1s; request ")
                    .contains(" open until ");
            String undecided = asking.latest(second);
            asking.becomes(undecided, "expired");
            assertThat(asking.command(DemoPart.LEAD, "approve", undecided).err())
                    .contains("expired");
            demo.stopGateway();
            assertThat(new GatehouseCommand(demo, DemoPart.OFFICER)
                            .run("verify", demo.data().toString())
                            .exit())
                    .isZero();
        }
    }

    @Test
    void aRestartGivesNothingBackOfALimitOverTime() throws Exception {
        try (var demo = RunningDemo.startUnattended(directory.resolve("limits"))) {
            String page = "SELECT id, card_number FROM payments WHERE status = 'settled' ORDER BY id LIMIT 600";
            var first = demo.psql(DemoPart.AGENT, "-c", page);
            assertThat(first.exit()).as(first.err()).isZero();
            demo.stopGateway();
            demo.startGateway();
            var second = demo.psql(DemoPart.AGENT, "-c", page + " OFFSET 600");
            assertThat(second.exit()).isEqualTo(1);
            assertThat(second.err()).contains("not decided within 0s").contains("rule=bulk-export ");
        }
    }
}
