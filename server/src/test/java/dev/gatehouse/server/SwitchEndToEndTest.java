package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.demo.DemoPart;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.Query;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A connection that is switched off: nobody stays, nobody comes in, until it is switched on.
@Tag("slow")
class SwitchEndToEndTest {
    private static final String OTHERS =
            "SELECT FROM pg_stat_activity WHERE usename LIKE 'gatehouse%' AND application_name <> 'gatehouse'";

    @TempDir
    static Path directory;

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.start(directory);
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    @AfterEach
    void switchOn() {
        operator("enable");
    }

    private static void operator(String word) {
        var ran = new GatehouseCommand(demo, DemoPart.OPERATOR).run(word, "connection", "shop");
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(demo.jdbcUrl(), demo.jdbc(DemoPart.ENGINEER));
    }

    private static void fails(Connection connection) {
        assertThatThrownBy(() -> connection.createStatement().execute("SELECT 1"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void idleSessionsAndOpenTransactionsEndAndTheirTargetSessionsToo() throws Exception {
        try (var idle = connect();
                var transaction = connect()) {
            transaction.setAutoCommit(false);
            transaction.createStatement().execute("CREATE TABLE half_done (n integer)");
            operator("disable");
            demo.awaitDatabase("SELECT 1 WHERE NOT EXISTS (" + OTHERS + ")");
            fails(idle);
            fails(transaction);
        }
        operator("enable");
        assertThat(demo.psql(DemoPart.ENGINEER, "-c", "\\dt half_done").out()).doesNotContain("half_done |");
    }

    @Test
    void nobodyComesInWhileItIsOffAndLearnsNoMoreThanWithAWrongToken() throws Exception {
        operator("disable");
        var refused = demo.psql(DemoPart.ENGINEER, "-c", "SELECT 1");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("Login refused (reference ").doesNotContain("switched");
        operator("enable");
        assertThat(demo.psql(DemoPart.ENGINEER, "-c", "SELECT 'in'").lines()).containsExactly("in");
    }

    @Test
    void aClientThatDoesNotReadCannotStay() throws Exception {
        try (var silent = WireClient.connect(demo, DemoPart.ENGINEER)) {
            silent.send(new Query(Slice.utf8("SELECT n, repeat('x', 1000) FROM generate_series(1, 10000000) AS n")));
            demo.awaitDatabase(
                    "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'SELECT n, repeat%' AND wait_event = 'ClientWrite'");
            operator("disable");
            demo.awaitDatabase("SELECT 1 WHERE NOT EXISTS (" + OTHERS + ")");
        }
    }
}
