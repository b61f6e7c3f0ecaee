package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whoever decides sees what a statement would do: it runs, is looked at under their masks, and nothing of it remains.
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PreviewEndToEndTest {
    @TempDir
    static Path directory;

    private static RunningDemo demo;
    private static Asking asking;

    @BeforeAll
    static void start() throws Exception {
        demo = RunningDemo.prepare(directory);
        demo.configure(text -> text.replaceFirst("(unclassified: mask +#[^\\n]*\\n)", "$1    preview: execute\n")
                .replace("\"products.*\": none", "\"products.*\": none\n      \"trial_*.*\": none"));
        direct("""
                CREATE FUNCTION trial_note() RETURNS trigger LANGUAGE plpgsql AS
                    'BEGIN PERFORM pg_notify(''trial'', ''x''); RETURN NEW; END';
                CREATE FUNCTION trial_own(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';
                CREATE TABLE trial_triggered (id integer PRIMARY KEY, n integer);
                CREATE TRIGGER trial_tells AFTER UPDATE ON trial_triggered FOR EACH ROW EXECUTE FUNCTION trial_note();
                CREATE TABLE trial_numbered (id serial PRIMARY KEY, n integer);
                CREATE TABLE trial_identity (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n integer);
                CREATE TABLE trial_checked (id integer PRIMARY KEY, n integer CHECK (trial_own(n) > 0));
                CREATE TABLE trial_default (id integer PRIMARY KEY, n integer DEFAULT trial_own(1));
                CREATE TABLE trial_plain (id integer PRIMARY KEY, n integer);
                CREATE TABLE trial_keyless (n integer);
                INSERT INTO trial_triggered VALUES (1, 1);
                INSERT INTO trial_numbered VALUES (1, 1);
                INSERT INTO trial_checked VALUES (1, 1);
                INSERT INTO trial_plain SELECT i, i FROM generate_series(1, 50) AS i;
                INSERT INTO trial_keyless VALUES (1), (2);
                ALTER TABLE trial_triggered OWNER TO shop_app; ALTER TABLE trial_numbered OWNER TO shop_app;
                ALTER TABLE trial_identity OWNER TO shop_app; ALTER TABLE trial_checked OWNER TO shop_app;
                ALTER TABLE trial_default OWNER TO shop_app; ALTER TABLE trial_plain OWNER TO shop_app;
                ALTER TABLE trial_keyless OWNER TO shop_app""");
        demo.startGateway();
        asking = new Asking(demo);
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    private static Connection direct() throws SQLException {
        return DriverManager.getConnection(demo.directUrl(), demo.direct());
    }

    private static void direct(String sql) throws SQLException {
        try (var connection = direct();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(String sql) throws SQLException {
        try (var connection = direct();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static JsonNode preview(DemoPart by, String sql) throws Exception {
        var created = asking.command(DemoPart.AGENT, "create", "shop", sql, "--because", "to look");
        assertThat(created.exit()).as(created.err()).isZero();
        String id = asking.pending(sql);
        var preview = JsonMapper.shared().readTree(ApiCall.post(demo, path(id), demo.token(by)));
        var shown = asking.command(DemoPart.OFFICER, "show", id, "-o", "json")
                .json()
                .path(0);
        if (preview.has("rows") && preview.path("rows").isNumber()) {
            assertThat(shown.path("previewed").asLong())
                    .isEqualTo(preview.path("rows").asLong());
        }
        assertThat(asking.command(DemoPart.AGENT, "withdraw", id).exit()).isZero();
        return preview;
    }

    private static String path(String id) {
        return "/api/v1/requests/" + id + "/preview";
    }

    private static List<String> row(JsonNode values) {
        var row = new ArrayList<String>();
        values.forEach(value -> row.add(value.asString()));
        return row;
    }

    @Test
    void anUpdateIsSeenBeforeAndAfterUnderTheMasksOfWhoeverLooks() throws Exception {
        String before = one("SELECT segment FROM customers WHERE id = 50");
        var preview = preview(DemoPart.LEAD, "UPDATE customers SET segment = 'tried' WHERE id IN (50, 51)");
        assertThat(preview.path("kind").asString()).as(preview.toString()).isEqualTo("execute");
        assertThat(preview.path("rows").asInt()).isEqualTo(2);
        assertThat(preview.path("samples").path("table").asString())
                .as(preview.toString())
                .isEqualTo("public.customers");
        var columns = row(preview.path("samples").path("columns"));
        var change = preview.path("samples").path("changes").path(0);
        assertThat(preview.path("samples").path("changes")).hasSize(2);
        int segment = columns.indexOf("segment");
        assertThat(row(change.path("before")).get(segment)).isEqualTo(before);
        assertThat(row(change.path("after")).get(segment)).isEqualTo("tried");
        String email = row(change.path("before")).get(columns.indexOf("email"));
        assertThat(email).isNotEqualTo(one("SELECT email FROM customers WHERE id = 50"));
        assertThat(one("SELECT count(*) FROM customers WHERE segment = 'tried'"))
                .isEqualTo("0");
        assertThat(one("SELECT count(*) FROM pg_locks WHERE relation = 'customers'::regclass"))
                .isEqualTo("0");
    }

    @Test
    void aDeleteIsSeenWithItsJoinsAndAnInsertWithItsRows() throws Exception {
        var deleted = preview(
                DemoPart.LEAD,
                "DELETE FROM trial_plain USING trial_keyless WHERE trial_plain.id <= 30 AND trial_keyless.n > 0");
        assertThat(deleted.path("kind").asString()).as(deleted.toString()).isEqualTo("execute");
        assertThat(deleted.path("rows").asInt()).isEqualTo(30);
        var changes = deleted.path("samples").path("changes");
        assertThat(changes).hasSize(20);
        assertThat(row(changes.path(0).path("before"))).containsExactly("1", "1");
        assertThat(changes.path(0).has("after")).isFalse();
        var inserted = preview(DemoPart.LEAD, "INSERT INTO trial_plain VALUES (1001, 7), (1002, NULL)");
        assertThat(inserted.path("kind").asString()).as(inserted.toString()).isEqualTo("execute");
        assertThat(inserted.path("rows").asInt()).isEqualTo(2);
        var second = inserted.path("samples").path("changes").path(1);
        assertThat(second.has("before")).isFalse();
        assertThat(second.path("after").path(1).isNull()).isTrue();
        assertThat(one("SELECT count(*) FROM trial_plain")).isEqualTo("50");
    }

    @Test
    void aStatementWithParametersIsTriedWithTheVerySame() throws Exception {
        String sql = "UPDATE trial_plain SET n = $1 WHERE id <= $2";
        var running = new FutureTask<>(() -> {
            try (var connection = new Jdbc(demo).connect(DemoPart.AGENT);
                    var update = connection.prepareStatement("UPDATE trial_plain SET n = ? WHERE id <= ?")) {
                update.setInt(1, 77);
                update.setInt(2, 3);
                return update.executeUpdate();
            }
        });
        Thread.ofVirtual().start(running);
        String id = asking.held(sql);
        var preview = JsonMapper.shared().readTree(ApiCall.post(demo, path(id), demo.token(DemoPart.LEAD)));
        assertThat(preview.path("kind").asString()).as(preview.toString()).isEqualTo("execute");
        assertThat(preview.path("rows").asInt()).isEqualTo(3);
        var change = preview.path("samples").path("changes").path(2);
        assertThat(row(change.path("before"))).containsExactly("3", "3");
        assertThat(row(change.path("after"))).containsExactly("3", "77");
        assertThat(one("SELECT count(*) FROM trial_plain WHERE n = 77")).isEqualTo("0");
        assertThat(asking.command(DemoPart.LEAD, "approve", id).exit()).isZero();
        assertThat(running.get()).isEqualTo(3);
        direct("UPDATE trial_plain SET n = id WHERE id <= 3");
    }

    @Test
    void rowsChosenByParametersAreCounted() throws Exception {
        String sql = "UPDATE trial_triggered SET n = $1 WHERE id = ANY ($2)";
        var running = new FutureTask<>(() -> {
            try (var connection = new Jdbc(demo).connect(DemoPart.AGENT);
                    var update = connection.prepareStatement("UPDATE trial_triggered SET n = ? WHERE id = ANY (?)")) {
                update.setInt(1, 5);
                update.setArray(2, connection.createArrayOf("int4", new Object[] {1, 2}));
                return update.executeUpdate();
            }
        });
        Thread.ofVirtual().start(running);
        String id = asking.held(sql);
        var preview = JsonMapper.shared().readTree(ApiCall.post(demo, path(id), demo.token(DemoPart.LEAD)));
        assertThat(preview.path("kind").asString()).as(preview.toString()).isEqualTo("count");
        assertThat(preview.path("rows").asInt()).isEqualTo(1);
        assertThat(preview.path("because").asString()).contains("trial_tells");
        assertThat(asking.command(DemoPart.LEAD, "deny", id, "--because", "Only looked.")
                        .exit())
                .isZero();
        assertThatThrownBy(running::get).hasMessageContaining("Only looked.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            UPDATE trial_triggered SET n = 2 WHERE id = 1       | trigger trial_tells on trial_triggered
            INSERT INTO trial_numbered (n) VALUES (3)           | sequence trial_numbered_id_seq
            INSERT INTO trial_identity (n) VALUES (3)           | sequence that of id on trial_identity
            UPDATE trial_checked SET n = 2 WHERE id = 1         | function trial_own(integer)
            INSERT INTO trial_default (id) VALUES (9)           | function public.trial_own
            """)
    void whatWouldNotBeTakenBackIsNamedAndNotTried(String sql, String named) throws Exception {
        var preview = preview(DemoPart.LEAD, sql);
        assertThat(preview.path("kind").asString()).as(preview.toString()).isEqualTo("count");
        assertThat(preview.path("rows").asInt()).isEqualTo(1);
        assertThat(preview.path("because").asString()).contains(named);
        assertThat(one("SELECT last_value || ' ' || is_called FROM trial_numbered_id_seq"))
                .isEqualTo("1 false");
    }

    @Test
    void rowsThatOthersHaveLockedAreNotWaitedFor() throws Exception {
        try (var connection = direct();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("UPDATE trial_plain SET n = 0 WHERE id = 40");
            var preview = preview(DemoPart.LEAD, "UPDATE trial_plain SET n = 1 WHERE id = 40");
            assertThat(preview.path("kind").asString()).isEqualTo("count");
            assertThat(preview.path("because").asString()).contains("locks");
            connection.rollback();
        }
    }

    @Test
    void aTableWithoutAKeyIsCountedAndAViolationIsTold() throws Exception {
        var keyless = preview(DemoPart.LEAD, "UPDATE trial_keyless SET n = 5 WHERE n = 1");
        assertThat(keyless.path("kind").asString()).as(keyless.toString()).isEqualTo("execute");
        assertThat(keyless.path("unseen").asString()).contains("primary key");
        var violating = preview(DemoPart.LEAD, "INSERT INTO trial_plain VALUES (1, 1)");
        assertThat(violating.path("because").asString()).contains("SQLSTATE 23505");
    }

    @Test
    void aPreviewIsOnRecordAsThatOfWhoeverLooked() throws Exception {
        assertThat(preview(DemoPart.LEAD, "DELETE FROM trial_plain WHERE id = 49")
                        .path("kind")
                        .asString())
                .isEqualTo("execute");
        var sessions = new GatehouseCommand(demo, DemoPart.OFFICER)
                .run("sessions", "list", "--who", demo.user(DemoPart.LEAD), "-o", "json");
        assertThat(sessions.json()).isNotEmpty();
    }
}
