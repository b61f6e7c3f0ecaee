package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.util.PSQLException;

/// Sessions of the JDBC driver over their life: errors, transactions, what SET changes, cancels, limits.
@Tag("slow")
class JdbcSessionEndToEndTest {
    @TempDir
    static Path directory;

    private static RunningDemo demo;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.startUnattended(directory);
        jdbc = new Jdbc(demo);
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    @Test
    void writesBatchesAndTransactions() throws SQLException {
        try (var connection = jdbc.connect(DemoPart.ENGINEER, "reWriteBatchedInserts=false")) {
            Jdbc.run(connection, "CREATE TABLE batches (n integer PRIMARY KEY, word text)");
            try (var insert = connection.prepareStatement("INSERT INTO batches VALUES (?, ?)")) {
                for (int n = 0; n < 500; n++) {
                    insert.setInt(1, n);
                    insert.setString(2, "word " + n);
                    insert.addBatch();
                }
                assertThat(insert.executeBatch()).hasSize(500).containsOnly(1);
                insert.setInt(1, 1000);
                insert.setString(2, "new");
                insert.addBatch();
                insert.setInt(1, 7);
                insert.setString(2, "twice");
                insert.addBatch();
                assertThatThrownBy(insert::executeBatch).isInstanceOf(BatchUpdateException.class);
            }
            connection.setAutoCommit(false);
            Jdbc.run(connection, "UPDATE batches SET word = 'changed' WHERE n < 10");
            var savepoint = connection.setSavepoint("half");
            Jdbc.run(connection, "DELETE FROM batches WHERE n < 100");
            connection.rollback(savepoint);
            connection.commit();
            assertThat(Jdbc.ask(connection, "SELECT count(*) FROM batches WHERE word = 'changed'"))
                    .containsExactly("10");
            connection.commit();
            connection.setAutoCommit(true);
            Jdbc.run(connection, "DROP TABLE batches");
        }
    }

    /// A table of the same name in another schema: the gateway must mean the one that the database means.
    @Test
    void theSearchPathDecidesWhichTableIsMeant() throws SQLException {
        try (var engineer = jdbc.connect(DemoPart.ENGINEER)) {
            Jdbc.run(engineer, "CREATE SCHEMA other");
            Jdbc.run(engineer, "CREATE TABLE other.customers (id integer, segment text)");
            Jdbc.run(engineer, "INSERT INTO other.customers VALUES (1, 'hidden words')");
            engineer.setSchema("other");
            assertThat(Jdbc.ask(engineer, "SELECT segment FROM customers WHERE id = 1"))
                    .as("classified by name in every schema, as none")
                    .containsExactly("hidden words");
            Jdbc.run(engineer, "SET search_path TO public");
            assertThat(Jdbc.ask(engineer, "SELECT email FROM customers WHERE id = 1")
                            .getFirst())
                    .contains("***");
            engineer.setAutoCommit(false);
            Jdbc.run(engineer, "SET search_path TO other");
            assertThat(Jdbc.ask(engineer, "SELECT segment FROM customers WHERE id = 1"))
                    .containsExactly("hidden words");
            engineer.rollback();
            assertThat(Jdbc.ask(engineer, "SELECT email FROM customers WHERE id = 1")
                            .getFirst())
                    .as("the rollback took the search path back")
                    .contains("***");
            engineer.rollback();
            engineer.setAutoCommit(true);
            Jdbc.run(engineer, "DROP SCHEMA other CASCADE");
        }
    }

    /// As Flyway sets it, and Liquibase reads on after a cursor that its driver closes with the next batch.
    @Test
    void aSearchPathSetByAParameterIsAskedFor() throws SQLException {
        try (var engineer = jdbc.connect(DemoPart.ENGINEER)) {
            Jdbc.run(engineer, "CREATE SCHEMA elsewhere");
            Jdbc.run(engineer, "CREATE TABLE elsewhere.customers (id integer, segment text)");
            engineer.setAutoCommit(false);
            try (var set = engineer.prepareStatement("SELECT set_config('search_path', ?, false)")) {
                set.setString(1, "elsewhere");
                set.execute();
            }
            try (var orders = engineer.createStatement()) {
                orders.setFetchSize(2);
                try (var rows = orders.executeQuery("SELECT id FROM public.orders WHERE id < 9")) {
                    rows.next();
                }
            }
            assertThat(Jdbc.ask(engineer, "SELECT segment FROM customers")).isEmpty();
            engineer.rollback();
            assertThat(Jdbc.ask(engineer, "SELECT email FROM customers WHERE id = 1")
                            .getFirst())
                    .contains("***");
            engineer.rollback();
            engineer.setAutoCommit(true);
            Jdbc.run(engineer, "DROP SCHEMA elsewhere CASCADE");
        }
    }

    @Test
    void aStatementIsCancelledAndTheSessionGoesOn() throws Exception {
        try (var connection = jdbc.connect(DemoPart.ENGINEER);
                var sleeping = connection.createStatement()) {
            var task = new FutureTask<>(() -> sleeping.execute("SELECT pg_sleep(600)"));
            var thread = Thread.ofVirtual().start(task);
            demo.awaitDatabase("SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
            sleeping.cancel();
            thread.join();
            assertThatThrownBy(task::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            error -> assertThat(error.getSQLState()).isEqualTo("57014"));
            assertThat(Jdbc.ask(connection, "SELECT 'still here'")).containsExactly("still here");
        }
    }

    @Test
    void aLimitStopsAnAnswerInTheExtendedProtocolToo() throws SQLException {
        try (var connection = jdbc.connect(DemoPart.LEAD, "prepareThreshold=1")) {
            Jdbc.failsWith("42501", connection, "SELECT id, email FROM customers WHERE id BETWEEN 1 AND 3000");
            assertThat(Jdbc.ask(connection, "SELECT 'still here'")).containsExactly("still here");
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(50);
                assertThatThrownBy(() -> Jdbc.column(
                                statement.executeQuery("SELECT email FROM customers WHERE id BETWEEN 1 AND 3000")))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("not decided within 0s");
            }
            connection.rollback();
            assertThat(Jdbc.ask(connection, "SELECT 'still here'")).containsExactly("still here");
        }
    }

    @Test
    void errorsKeepTheirCodeAndTheSessionGoesOn() throws SQLException {
        try (var connection = jdbc.connect(DemoPart.AGENT, "prepareThreshold=1")) {
            Jdbc.failsWith("22012", connection, "SELECT 1/0");
            Jdbc.failsWith("42601", connection, "SELEKT 1");
            Jdbc.failsWith("42501", connection, "DELETE FROM customers");
            Jdbc.failsWith("42501", connection, "SELECT * FROM customers");
            assertThat(Jdbc.ask(connection, "SELECT 'still here'")).containsExactly("still here");
            connection.setAutoCommit(false);
            Jdbc.failsWith("42501", connection, "DELETE FROM customers");
            Jdbc.failsWith("25P02", connection, "SELECT 1");
            connection.rollback();
            assertThat(Jdbc.ask(connection, "SELECT 'still here'")).containsExactly("still here");
        }
    }

    @Test
    void aRefusalIsTextThatAProgramCanActOn() throws SQLException {
        try (var connection = jdbc.connect(DemoPart.AGENT)) {
            assertThatThrownBy(() -> Jdbc.run(connection, "DELETE FROM customers"))
                    .isInstanceOfSatisfying(PSQLException.class, refused -> {
                        var said = java.util.Objects.requireNonNull(refused.getServerErrorMessage());
                        assertThat(said.getMessage()).contains("WHERE");
                        assertThat(said.getDetail()).contains("rule=no-whole-table-writes", "session=", "operation=");
                        assertThat(said.getHint()).isNotBlank();
                    });
        }
    }
}
