package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An agent's write waits in a stock psql until a lead has decided.
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ApprovalsEndToEndTest {
    @TempDir
    static Path directory;

    private static RunningDemo demo;
    private static Asking asking;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.start(directory);
        asking = new Asking(demo);
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    private static String update(int id, String segment) {
        return "UPDATE customers SET segment = '" + segment + "' WHERE id = " + id;
    }

    private static void assertUpdated(int id, String segment) throws Exception {
        var ran = demo.psql(DemoPart.AGENT, "-c", "SELECT segment FROM customers WHERE id = " + id);
        assertThat(ran.lines()).containsExactly(segment);
    }

    @Test
    void aHeldWriteRunsOnceALeadHasApproved() throws Exception {
        String sql = update(5, "approved-one");
        var psql = asking.psql(sql);
        String id = asking.held(sql);
        var approved = asking.command(DemoPart.LEAD, "approve", id, "-o", "json");
        assertThat(approved.exit()).as(approved.err()).isZero();
        var ran = psql.await();
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("UPDATE 1");
        assertThat(ran.err())
                .contains("NOTICE")
                .contains(id)
                .contains("group:leads")
                .contains("/requests/" + id);
        assertUpdated(5, "approved-one");
        assertThat(asking.state(id)).isEqualTo("used");
        var once = asking.command(DemoPart.OFFICER, "show", id, "-o", "json")
                .json()
                .path(0);
        assertThat(once.path("requester").asString()).contains("demo-agent@example.com");
        assertThat(once.path("connection").asString()).isEqualTo("shop");
        assertThat(once.path("rule").asString()).isEqualTo("agents-writes");
        assertThat(once.path("created").asString()).isNotEmpty();
        assertThat(once.path("expires").asString()).isNotEmpty();
    }

    @Test
    void whoDecidesSeesHowManyRowsItIsAboutAndNothingIsChanged() throws Exception {
        String sql = "UPDATE customers SET segment = 'counted' WHERE id IN (30, 31, 32)";
        var psql = asking.psql(sql);
        String id = asking.held(sql);
        String preview = "/api/v1/requests/" + id + "/preview";
        assertThat(ApiCall.post(demo, preview, demo.token(DemoPart.ENGINEER))).contains("own request");
        assertThat(ApiCall.post(demo, preview, demo.token(DemoPart.LEAD)))
                .contains("\"kind\":\"count\"")
                .contains("\"rows\":3")
                .contains("SELECT count(*) FROM customers WHERE id IN (30, 31, 32)");
        assertThat(asking.command(DemoPart.LEAD, "deny", id, "--because", "Only looked.")
                        .exit())
                .isZero();
        assertThat(psql.await().exit()).isEqualTo(1);
        assertThat(demo.psql(DemoPart.AGENT, "-c", "SELECT count(*) FROM customers WHERE segment = 'counted'")
                        .lines())
                .containsExactly("0");
    }

    @Test
    void aRefusalCarriesTheApproversWords() throws Exception {
        String sql = update(6, "denied");
        var psql = asking.psql(sql);
        String id = asking.held(sql);
        assertThat(asking.command(DemoPart.LEAD, "deny", id, "--because", "Not on a Friday.")
                        .exit())
                .isZero();
        var ran = psql.await();
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("42501: Not on a Friday.").contains("rule=agents-writes ");
        assertThat(asking.state(id)).isEqualTo("denied");
    }

    @Test
    void nobodyApprovesTheirOwnRequestOrTheirAgents() throws Exception {
        String sql = update(7, "own");
        var psql = asking.psql(sql);
        String id = asking.held(sql);
        for (DemoPart part : new DemoPart[] {DemoPart.AGENT, DemoPart.ENGINEER, DemoPart.OPERATOR, DemoPart.OFFICER}) {
            var tried = asking.command(part, "approve", id);
            assertThat(tried.exit()).as(part + ": " + tried.out()).isEqualTo(1);
        }
        assertThat(asking.command(DemoPart.ENGINEER, "approve", id).err()).contains("own request");
        assertThat(asking.state(id)).isEqualTo("pending");
        assertThat(asking.command(DemoPart.LEAD, "approve", id).exit()).isZero();
        assertThat(psql.await().exit()).isZero();
    }

    /// The driver prepares and binds in one go; a target that had seen the statement would hold the table for it.
    @Test
    void whatWaitsLocksNothingInTheDatabase() throws Exception {
        String sql = "UPDATE customers SET segment = $1 WHERE id = 26";
        try (var agent = DriverManager.getConnection(demo.jdbcUrl(), demo.jdbc(DemoPart.AGENT));
                var update = agent.prepareStatement(sql.replace("$1", "?"));
                var owner = DriverManager.getConnection(demo.directUrl(), demo.direct());
                var lock = owner.createStatement()) {
            update.setString(1, "unlocked");
            var updated = new FutureTask<>(update::executeUpdate);
            Thread.ofVirtual().start(updated);
            String id = asking.held(sql);

            owner.setAutoCommit(false);
            lock.execute("SET LOCAL lock_timeout = '30s'");
            lock.execute("LOCK TABLE customers IN ACCESS EXCLUSIVE MODE");
            owner.rollback();

            assertThat(asking.command(DemoPart.LEAD, "approve", id).exit()).isZero();
            assertThat(updated.get()).isEqualTo(1);
        }
        assertUpdated(26, "unlocked");
    }

    @Test
    void cancellingWithdrawsTheRequest() throws Exception {
        String sql = update(8, "cancelled");
        var psql = asking.psql(sql);
        String id = asking.held(sql);
        new ProcessBuilder("kill", "-INT", Long.toString(psql.process().pid()))
                .start()
                .waitFor();
        var ran = psql.await();
        assertThat(ran.err()).contains("57014");
        assertThat(asking.state(id)).isEqualTo("withdrawn");
        assertThat(asking.command(DemoPart.LEAD, "approve", id).exit()).isEqualTo(1);
    }

    @Test
    void aClientThatWasKilledFindsItsApprovalWhenItRepeatsTheStatement() throws Exception {
        String sql = update(9, "repeated");
        var psql = asking.psql(sql);
        String id = asking.held(sql);
        psql.process().destroyForcibly().waitFor();
        asking.left(id);
        assertThat(asking.state(id)).isEqualTo("pending");
        assertThat(asking.command(DemoPart.LEAD, "approve", id).exit()).isZero();
        var again = asking.psql(sql).await();
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.err()).doesNotContain("NOTICE");
        assertUpdated(9, "repeated");
        assertThat(asking.state(id)).isEqualTo("used");
    }

    @Test
    void anApprovalIsForTheVeryStatementAndSearchPath() throws Exception {
        String sql = update(10, "exact");
        assertThat(asking.command(DemoPart.AGENT, "create", "shop", sql, "--because", "INC-42")
                        .exit())
                .isZero();
        String id = asking.pending(sql);
        assertThat(asking.command(DemoPart.LEAD, "approve", id).exit()).isZero();
        String other = update(10, "exacT");
        var changed = asking.psql(other);
        String second = asking.held(other);
        assertThat(asking.command(DemoPart.LEAD, "deny", second, "--because", "Another one.")
                        .exit())
                .isZero();
        assertThat(changed.await().err()).contains("Another one.");
        var elsewhere = asking.psql("SET search_path = public, pg_catalog", sql);
        String third = asking.held(sql);
        assertThat(asking.command(DemoPart.LEAD, "deny", third, "--because", "Another path.")
                        .exit())
                .isZero();
        assertThat(elsewhere.await().err()).contains("Another path.");
        var exact = asking.psql(sql).await();
        assertThat(exact.exit()).as(exact.err()).isZero();
        assertThat(exact.err()).doesNotContain("NOTICE");
        assertUpdated(10, "exact");
        assertThat(asking.state(id)).isEqualTo("used");
    }

    @Test
    void aTransactionThatHasWrittenWaitsShortlyAndIsToldToAskInAdvance() throws Exception {
        String sql = update(11, "brief");
        assertThat(asking.command(DemoPart.AGENT, "create", "shop", sql, "--because", "INC-43")
                        .exit())
                .isZero();
        assertThat(asking.command(DemoPart.LEAD, "approve", asking.pending(sql)).exit())
                .isZero();
        var ran = asking.psql("BEGIN", sql, update(12, "brief"), "COMMIT").await();
        assertThat(ran.err())
                .contains("not decided within 5s; request ")
                .contains("Ask before you begin: gatehouse requests create");
        assertThat(ran.out()).contains("UPDATE 1").contains("ROLLBACK");
    }

    @Test
    void aWindowAdmitsWhatItWasOpenedFor() throws Exception {
        assertThat(asking.command(
                                DemoPart.AGENT,
                                "create",
                                "shop",
                                "--effect",
                                "write",
                                "--for",
                                "30m",
                                "--because",
                                "INC-44")
                        .exit())
                .isZero();
        String id = asking.pending("write for 30m");
        assertThat(asking.command(DemoPart.LEAD, "approve", id).exit()).isZero();
        for (int customer = 20; customer < 22; customer++) {
            var ran = asking.psql(update(customer, "window")).await();
            assertThat(ran.exit()).as(ran.err()).isZero();
        }
        assertThat(asking.command(DemoPart.AGENT, "withdraw", id).exit()).isZero();
        var psql = asking.psql(update(22, "window"));
        String asked = asking.held(update(22, "window"));
        assertThat(asking.command(DemoPart.LEAD, "approve", asked).exit()).isZero();
        assertThat(psql.await().exit()).isZero();
    }

    @Test
    void anAnswerOverTheLimitPausesAndGoesOnWhenTheOfficerAgrees() throws Exception {
        String sql = "SELECT id, amount, card_number FROM payments WHERE status = 'settled'";
        var psql = asking.psql(sql);
        String id = asking.held(sql);
        var shown = asking.command(DemoPart.OFFICER, "show", id, "-o", "json")
                .json()
                .path(0);
        assertThat(shown.path("type").asString()).isEqualTo("rows");
        assertThat(shown.path("rule").asString()).isEqualTo("bulk-export");
        assertThat(asking.command(DemoPart.LEAD, "approve", id).exit()).isEqualTo(1);
        assertThat(asking.command(DemoPart.OFFICER, "approve", id).exit()).isZero();
        var ran = psql.await();
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("NOTICE").contains(id);
        assertThat(ran.lines()).hasSizeGreaterThan(1000);
        String limited = sql + " AND amount > 0";
        var again = asking.psql(limited);
        String denied = asking.held(limited);
        assertThat(asking.command(DemoPart.OFFICER, "deny", denied, "--because", "Enough for today.")
                        .exit())
                .isZero();
        var refused = again.await();
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("42501: Enough for today.").contains("rule=bulk-export ");
    }
}
