package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// SIGTERM to a real process with real clients.
@Tag("slow")
@Timeout(120)
class DrainEndToEndTest {
    @TempDir
    Path directory;

    @Test
    void sigtermEndsIdleSessionsAndLetsATransactionFinish() throws Exception {
        try (var demo = RunningDemo.prepare(directory)) {
            var gateway = demo.startProcess();
            try (var idle = DriverManager.getConnection(demo.jdbcUrl(), demo.jdbc(DemoPart.ENGINEER));
                    var busy = DriverManager.getConnection(demo.jdbcUrl(), demo.jdbc(DemoPart.ENGINEER))) {
                busy.setAutoCommit(false);
                ask(busy);
                var stopping = new FutureTask<>(gateway::stop);
                Thread.ofPlatform().daemon().start(stopping);
                awaitEnd(idle);
                ask(busy);
                busy.commit();
                awaitEnd(busy);
                assertThat(stopping.get()).isZero();
            }
            assertThat(RecordOf.gateway(demo).verify().finding()).isEmpty();
        }
    }

    private static void ask(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT 1")) {
            assertThat(rows.next()).isTrue();
        }
    }

    /// Asks until the gateway has said goodbye: a statement that came before it is still answered.
    private static void awaitEnd(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        while (true) {
            try {
                ask(connection);
            } catch (SQLException over) {
                assertThat(over.getSQLState()).isIn("57P01", "08006", "08003");
                return;
            }
        }
    }
}
