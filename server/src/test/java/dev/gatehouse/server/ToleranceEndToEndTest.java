package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What was approved after a look runs only if it is about as many rows as were seen; psql cannot tell the difference.
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ToleranceEndToEndTest {
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

    private static void direct(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(demo.directUrl(), demo.direct());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String count(String segment) throws Exception {
        var ran = demo.psql(DemoPart.AGENT, "-c", "SELECT count(*) FROM customers WHERE segment = '" + segment + "'");
        return ran.lines().getFirst();
    }

    private static void look(String id, int rows) {
        assertThat(ApiCall.post(demo, "/api/v1/requests/" + id + "/preview", demo.token(DemoPart.LEAD)))
                .contains("\"rows\":" + rows);
    }

    @Test
    void asManyRowsAsWereSeenAreKept() throws Exception {
        String sql = "UPDATE customers SET segment = 'seen' WHERE id IN (60, 61, 62)";
        var psql = asking.psql(sql, "SELECT 'still here'");
        String id = asking.held(sql);
        look(id, 3);
        assertThat(asking.command(DemoPart.LEAD, "approve", id).exit()).isZero();
        var ran = psql.await();
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("UPDATE 3").contains("still here").doesNotContain("BEGIN", "COMMIT");
        assertThat(count("seen")).isEqualTo("3");
    }

    @Test
    void anotherNumberIsRolledBackAndAskedAgain() throws Exception {
        direct("UPDATE customers SET segment = 'grows' WHERE id IN (70, 71)");
        String sql = "UPDATE customers SET segment = 'grown' WHERE segment = 'grows'";
        var psql = asking.psql(sql);
        String id = asking.held(sql);
        look(id, 2);
        direct("UPDATE customers SET segment = 'grows' WHERE id IN (72, 73, 74)");
        assertThat(asking.command(DemoPart.LEAD, "approve", id).exit()).isZero();
        asking.becomes(id, "used");
        String second = asking.held(sql);
        assertThat(second).isNotEqualTo(id);
        assertThat(count("grown")).isEqualTo("0");
        assertThat(asking.command(DemoPart.OFFICER, "show", second, "-o", "json")
                        .json()
                        .path(0)
                        .path("previewed")
                        .asInt())
                .isEqualTo(5);
        assertThat(asking.command(DemoPart.LEAD, "approve", second).exit()).isZero();
        var ran = psql.await();
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("UPDATE 5");
        assertThat(count("grown")).isEqualTo("5");
    }

    @Test
    void aSecondRefusalLeavesNothing() throws Exception {
        direct("UPDATE customers SET segment = 'shrinks' WHERE id IN (80, 81, 82)");
        String sql =
                "DELETE FROM support_tickets WHERE customer_id IN (SELECT id FROM customers WHERE segment = 'shrinks')";
        String before = demo.psql(DemoPart.AGENT, "-c", "SELECT count(*) FROM support_tickets")
                .lines()
                .getFirst();
        direct(
                "INSERT INTO support_tickets SELECT 900000 + i, 80, 'x', 'y', 'open', now() FROM generate_series(1, 1) AS i");
        var psql = asking.psql(sql, "SELECT 'still here'");
        String id = asking.held(sql);
        assertThat(ApiCall.post(demo, "/api/v1/requests/" + id + "/preview", demo.token(DemoPart.LEAD)))
                .contains("\"kind\":\"count\"");
        direct(
                "INSERT INTO support_tickets SELECT 910000 + i, 81, 'x', 'y', 'open', now() FROM generate_series(1, 50) AS i");
        assertThat(asking.command(DemoPart.LEAD, "approve", id).exit()).isZero();
        asking.becomes(id, "used");
        String second = asking.held(sql);
        assertThat(asking.command(DemoPart.LEAD, "deny", second, "--because", "Too many now.")
                        .exit())
                .isZero();
        var ran = psql.await();
        assertThat(ran.err()).contains("42501: Too many now.");
        assertThat(ran.out()).contains("still here");
        assertThat(demo.psql(DemoPart.AGENT, "-c", "SELECT count(*) FROM support_tickets")
                        .lines()
                        .getFirst())
                .isEqualTo(Integer.toString(Integer.parseInt(before) + 51));
    }

    @Test
    void anErrorIsTheTargetsAndTheSessionGoesOn() throws Exception {
        String sql = "UPDATE customers SET id = 91 WHERE id = 90";
        var psql = asking.psql(sql, "SELECT 'still here'");
        String id = asking.held(sql);
        look(id, 1);
        assertThat(asking.command(DemoPart.LEAD, "approve", id).exit()).isZero();
        var ran = psql.await();
        assertThat(ran.err()).contains("23505");
        assertThat(ran.out()).contains("still here");
    }
}
