package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a rule may ask besides one yes, each with a stock psql that waits for it: two people, one of each group, the
/// person behind the agent, several uses, a window.
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ApprovalTermsEndToEndTest {
    private static final String TERMS = """
              - id: two-people
                on: { connection: shop, who: "kind:agent" }
                when: "sql.writes.exists(c, c.table == 'products')"
                then: { approval: { from: [ "group:leads", "group:data-protection", "group:platform" ], approvals: 2, wait: 2m, valid: 30m } }

              - id: one-of-each
                on: { connection: shop, who: "kind:agent" }
                when: "sql.writes.exists(c, c.table == 'orders')"
                then: { approval: { from: [ "group:leads", "group:data-protection" ], each-group: true, wait: 2m, valid: 30m } }

              - id: confirmed
                on: { connection: shop, who: "kind:agent" }
                when: "sql.writes.exists(c, c.table == 'payments')"
                then: { approval: { from: [ "group:leads" ], confirm: self, wait: 2m, valid: 30m } }

              - id: thrice
                on: { connection: shop, who: "kind:agent" }
                when: "sql.writes.exists(c, c.table == 'support_tickets')"
                then: { approval: { from: [ "group:leads" ], uses: 3, wait: 2m, valid: 30m } }

              - id: agents-writes
            """;

    @TempDir
    static Path directory;

    private static RunningDemo demo;
    private static Asking asking;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.prepare(directory);
        demo.configure(text -> text.replaceFirst("  - id: agents-writes\\n", TERMS)
                .replace(
                        "sql.effect == 'write' && sql.filtered\"",
                        "sql.effect == 'write' && sql.filtered && !sql.writes.exists(c,"
                                + " c.table in ['products', 'orders', 'payments', 'support_tickets'])\""));
        demo.startGateway();
        asking = new Asking(demo);
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    private static int approve(DemoPart by, String id) {
        return asking.command(by, "approve", id).exit();
    }

    private static int missing(String id) {
        return asking.command(DemoPart.OFFICER, "show", id, "-o", "json")
                .json()
                .path(0)
                .path("asking")
                .path(0)
                .path("missing")
                .asInt();
    }

    @Test
    void twoPeopleAreTwoPeople() throws Exception {
        String sql = "UPDATE products SET price = price WHERE id = 3";
        var psql = asking.psql(sql);
        String id = asking.held(sql);
        assertThat(missing(id)).isEqualTo(2);
        assertThat(approve(DemoPart.LEAD, id)).isZero();
        approve(DemoPart.LEAD, id);
        assertThat(asking.state(id)).isEqualTo("pending");
        assertThat(missing(id)).isEqualTo(1);
        assertThat(approve(DemoPart.OPERATOR, id)).isZero();
        var ran = psql.await();
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("UPDATE 1");
        assertThat(asking.state(id)).isEqualTo("used");
    }

    @Test
    void oneNoIsEnoughWhereTwoYesesAreAsked() throws Exception {
        String sql = "UPDATE products SET price = price WHERE id = 4";
        var psql = asking.psql(sql);
        String id = asking.held(sql);
        assertThat(approve(DemoPart.LEAD, id)).isZero();
        assertThat(asking.command(DemoPart.OFFICER, "deny", id, "--because", "Prices are frozen.")
                        .exit())
                .isZero();
        assertThat(psql.await().err()).contains("42501: Prices are frozen.").contains("rule=two-people ");
    }

    @Test
    void eachGroupSaysYes() throws Exception {
        String sql = "UPDATE orders SET total = total WHERE id = 3";
        var psql = asking.psql(sql);
        String id = asking.held(sql);
        assertThat(approve(DemoPart.OFFICER, id)).isZero();
        assertThat(asking.state(id)).isEqualTo("pending");
        assertThat(approve(DemoPart.OPERATOR, id)).isEqualTo(1);
        assertThat(approve(DemoPart.LEAD, id)).isZero();
        var ran = psql.await();
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("UPDATE 1");
    }

    @Test
    void thePersonBehindTheAgentConfirmsAndDoesNotApprove() throws Exception {
        String sql = "UPDATE payments SET status = status WHERE id = 3";
        var psql = asking.psql(sql);
        String id = asking.held(sql);
        assertThat(asking.command(DemoPart.ENGINEER, "approve", id).err()).contains("own request");
        assertThat(approve(DemoPart.LEAD, id)).isZero();
        assertThat(asking.state(id)).isEqualTo("pending");
        for (var other : new DemoPart[] {DemoPart.LEAD, DemoPart.OFFICER, DemoPart.AGENT}) {
            assertThat(asking.command(other, "confirm", id).exit())
                    .as(other.id())
                    .isEqualTo(1);
        }
        assertThat(asking.command(DemoPart.ENGINEER, "confirm", id).exit()).isZero();
        var ran = psql.await();
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("UPDATE 1");
    }

    @Test
    void threeUsesAreThree() throws Exception {
        String sql = "UPDATE support_tickets SET status = 'closed' WHERE id = 3";
        assertThat(asking.command(DemoPart.AGENT, "create", "shop", sql, "--because", "INC-42")
                        .exit())
                .isZero();
        String id = asking.pending(sql);
        assertThat(approve(DemoPart.LEAD, id)).isZero();
        for (int use = 1; use <= 3; use++) {
            assertThat(asking.state(id)).isEqualTo("approved");
            var ran = asking.psql(sql).await();
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.err()).doesNotContain("NOTICE");
        }
        assertThat(asking.state(id)).isEqualTo("used");
        var fourth = asking.psql(sql);
        String again = asking.held(sql);
        assertThat(asking.command(DemoPart.LEAD, "deny", again, "--because", "Three were asked for.")
                        .exit())
                .isZero();
        assertThat(fourth.await().err()).contains("Three were asked for.");
    }

    /// "write on shop for 30 minutes, INC-42": what that rule asks about, and nothing that others do.
    @Test
    void aWindowIsForItsConnectionEffectAndIdentity() throws Exception {
        var asked = asking.command(
                DemoPart.AGENT, "create", "shop", "--effect", "write", "--for", "30m", "--because", "INC-42");
        assertThat(asked.exit()).as(asked.err()).isZero();
        String id = asking.pending("write for 30m");
        var shown =
                asking.command(DemoPart.LEAD, "show", id, "-o", "json").json().path(0);
        assertThat(shown.path("type").asString()).isEqualTo("window");
        assertThat(shown.path("reason").asString()).isEqualTo("INC-42");
        assertThat(approve(DemoPart.LEAD, id)).isZero();
        assertThat(asking.state(id)).isEqualTo("approved");
        var ran = asking.psql(
                        "UPDATE customers SET segment = 'windowed' WHERE id = 30",
                        "BEGIN",
                        "UPDATE customers SET segment = 'windowed' WHERE id = 31",
                        "UPDATE customers SET segment = 'windowed' WHERE id = 32",
                        "COMMIT")
                .await();
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.err()).doesNotContain("NOTICE");
        assertThat(demo.psql(DemoPart.AGENT, "-c", "SELECT count(*) FROM customers WHERE segment = 'windowed'")
                        .lines())
                .containsExactly("3");
        assertThat(asking.psql("DROP TABLE order_items").await().err()).contains("42501");
        assertThat(asking.psql("UPDATE customers SET segment = 'all'").await().err())
                .contains("no-whole-table-writes");
        String another = "UPDATE products SET price = price WHERE id = 5";
        var psql = asking.psql(another);
        assertThat(asking.command(
                                DemoPart.OFFICER, "deny", asking.held(another), "--because", "That rule was not asked.")
                        .exit())
                .isZero();
        assertThat(psql.await().err()).contains("That rule was not asked.");
    }
}
