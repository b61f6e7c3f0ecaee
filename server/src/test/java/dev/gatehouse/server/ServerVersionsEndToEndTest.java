package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoDatabase;
import dev.gatehouse.demo.DemoPart;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/// Everything once on each version of PostgreSQL that is supported: catalogues and wire differ, the gateway's parser
/// is that of 18.
@Tag("slow")
class ServerVersionsEndToEndTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void everyKindOfTrafficPasses(int version) throws Exception {
        if (!System.getProperty("os.arch").equals("amd64")) {
            Assumptions.abort("the other versions of PostgreSQL come for x86-64 only");
        }
        Path jar = Path.of("target/servers/postgres-" + version + ".jar").toAbsolutePath();
        var archive =
                URI.create("jar:" + jar.toUri() + "!/postgres-linux-x86_64.txz").toURL();
        var database = DemoDatabase.startTemporary(archive, new SecureRandom(), _ -> {});
        try (var demo = RunningDemo.prepare(directory, database)) {
            demo.startGateway();
            simple(demo, version);
            copies(demo);
            extended(demo);
            cancelled(demo);
            dumped(demo, version);
            demo.stopGateway();
            assertThat(RecordOf.gateway(demo).verify().finding()).isEmpty();
        }
    }

    private static void simple(RunningDemo demo, int version) throws Exception {
        var ran = demo.psql(
                DemoPart.AGENT,
                "-c",
                "SHOW server_version",
                "-c",
                "SELECT email FROM customers WHERE id = 7",
                "-c",
                "SELECT * FROM customers",
                "-c",
                "SELECT 1 AS one, 'x' AS x \\gdesc",
                "-c",
                "\\d customers");
        assertThat(ran.lines().getFirst()).startsWith(version + ".");
        assertThat(ran.lines().get(1)).contains("***@");
        assertThat(ran.err()).contains("42501").contains("no-whole-table-reads");
        assertThat(ran.out()).contains("national_id");
    }

    private static void copies(RunningDemo demo) throws Exception {
        try (var connection = new Jdbc(demo).connect(DemoPart.ENGINEER)) {
            Jdbc.run(connection, "CREATE TABLE copied (n integer, word text)");
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            assertThat(copy.copyIn("COPY copied FROM STDIN", new StringReader("1\tone\n2\t\\N\n")))
                    .isEqualTo(2);
            assertThat(copy.copyIn(
                            "COPY copied FROM STDIN (FORMAT csv, HEADER)", new StringReader("n,word\n3,\"a,b\"\n")))
                    .isEqualTo(1);
            Jdbc.run(connection, "DROP TABLE copied");
            for (String format : List.of("text", "csv", "binary")) {
                var out = new ByteArrayOutputStream();
                String table = "COPY products (id, price) TO STDOUT (FORMAT " + format + ")";
                assertThat(copy.copyOut(table, out)).as(format).isEqualTo(400);
                assertThat(copy.copyOut("COPY (SELECT id FROM products) TO STDOUT (FORMAT " + format + ")", out))
                        .as(format)
                        .isEqualTo(400);
            }
            var masked = new ByteArrayOutputStream();
            copy.copyOut("COPY (SELECT email FROM customers WHERE id = 7) TO STDOUT", masked);
            assertThat(masked.toString(StandardCharsets.UTF_8)).contains("***@");
        }
    }

    private static void extended(RunningDemo demo) throws SQLException {
        var jdbc = new Jdbc(demo);
        for (String setting : List.of("prepareThreshold=0", "prepareThreshold=-1", "preferQueryMode=simple")) {
            try (var connection = jdbc.connect(DemoPart.AGENT, setting);
                    var query = connection.prepareStatement(
                            "SELECT c.email, c.birth_date, p.price FROM customers c, products p"
                                    + " WHERE c.id = ? AND p.id = ?")) {
                for (int n = 1; n < 4; n++) {
                    query.setInt(1, n);
                    query.setInt(2, n);
                    try (var rows = query.executeQuery()) {
                        assertThat(rows.next()).isTrue();
                        assertThat(rows.getString(1)).contains("***@");
                        assertThat(rows.getString(2)).startsWith("1970");
                        assertThat(rows.getBigDecimal(3)).isPositive();
                    }
                }
                Jdbc.failsWith("42501", connection, "SELECT full_name FROM customers");
                assertThat(Jdbc.ask(connection, "SELECT 'still here'")).containsExactly("still here");
            }
        }
        try (var connection = jdbc.connect(DemoPart.AGENT)) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(7);
                try (var rows = statement.executeQuery("SELECT id FROM products ORDER BY id LIMIT 50")) {
                    assertThat(Jdbc.column(rows)).hasSize(50);
                }
            }
            var tables = new ArrayList<String>();
            try (var rows = connection.getMetaData().getColumns(null, "public", "products", null)) {
                while (rows.next()) {
                    tables.add(rows.getString("COLUMN_NAME"));
                }
            }
            assertThat(tables).containsExactly("id", "sku", "name", "category", "price");
        }
    }

    private static void cancelled(RunningDemo demo) throws Exception {
        try (var connection = new Jdbc(demo).connect(DemoPart.ENGINEER)) {
            int target = connection.unwrap(PGConnection.class).getBackendPID();
            assertThat(target).isPositive();
            var sleeping = Thread.ofVirtual().start(() -> {
                try {
                    Jdbc.failsWith("57014", connection, "SELECT pg_sleep(600)");
                    Jdbc.run(connection, "SELECT 1");
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            demo.awaitDatabase("SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
            connection.unwrap(PGConnection.class).cancelQuery();
            sleeping.join();
            assertThat(Jdbc.ask(connection, "SELECT 'awake'")).containsExactly("awake");
        }
    }

    /// pg_dump refuses a server that is newer than itself.
    private static void dumped(RunningDemo demo, int version) throws Exception {
        var said =
                Client.of("pg_dump", Map.of()).with(List.of("--version")).run().out();
        int own = Integer.parseInt(said.replaceFirst("(?s).*\\) (\\d+).*", "$1"));
        if (own < version) {
            return;
        }
        var ran = Client.of("pg_dump", demo.environment(DemoPart.ENGINEER))
                .with(List.of("-t", "products"))
                .run();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("CREATE TABLE public.products").contains("COPY public.products");
        assertThat(ran.lines()).hasSizeGreaterThan(400);
    }
}
