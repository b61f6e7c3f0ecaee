package dev.gatehouse.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

@Tag("slow")
class DemoDatabaseEndToEndTest {

    private static final List<String> PROGRESS = new ArrayList<>();
    private static DemoDatabase shop;

    @BeforeAll
    static void start() throws IOException {
        shop = DemoDatabase.startTemporary(new SecureRandom(), PROGRESS::add);
    }

    @AfterAll
    static void stop() throws IOException {
        shop.close();
    }

    @Test
    void theShopHasAsManyPeopleAsPromised() throws SQLException {
        assertThat(number(shop.owner(), "SELECT count(*) FROM customers")).isGreaterThanOrEqualTo(10_000);
        assertThat(number(shop.owner(), "SELECT count(*) FROM payments WHERE status = 'settled'"))
                .isGreaterThanOrEqualTo(5_000);
        assertThat(number(shop.owner(), "SELECT count(*) FROM support_tickets")).isPositive();
        assertThat(number(shop.owner(), "SELECT count(*) FROM patients")).isPositive();
        assertThat(number(shop.owner(), "SELECT count(*) FROM revenue_by_country"))
                .isPositive();
        assertThat(number(shop.owner(), "SELECT count(DISTINCT country) FROM customers"))
                .isEqualTo(12);
    }

    @Test
    void progressTellsWhatTakesTime() {
        assertThat(PROGRESS).contains("creating the database", "loading 12000 customers");
    }

    @Test
    void namesKeepTheirScriptsAndMarks() throws SQLException {
        assertThat(number(shop.owner(), "SELECT count(*) FROM customers WHERE full_name LIKE '%Παπαδ%'"))
                .isPositive();
        assertThat(number(shop.owner(), "SELECT count(*) FROM customers WHERE full_name LIKE '%Łukasz%'"))
                .isPositive();
    }

    @Test
    void noWrongAndNoEmptyPasswordLogsIn() {
        for (DemoLogin login : List.of(shop.agent(), shop.people(), shop.catalogue(), shop.owner())) {
            assertThatThrownBy(() -> connect(new DemoLogin(login.user(), "wrong")))
                    .isInstanceOf(SQLException.class)
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("28P01");
        }
        assertThatThrownBy(() -> connect(new DemoLogin("postgres", "postgres"))).isInstanceOf(SQLException.class);
    }

    @Test
    void everyTcpLoginIsByScram() throws IOException {
        List<String> lines = Files.readAllLines(shop.log().resolveSibling("../pg_hba.conf")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        assertThat(lines).isNotEmpty().allMatch(line -> line.endsWith("scram-sha-256"));
    }

    @Test
    void theGatewaysUsersMayDoAnythingToTheTablesButAreNoSuperusers() throws SQLException {
        for (DemoLogin login : List.of(shop.agent(), shop.people())) {
            try (Connection connection = connect(login);
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.executeUpdate("UPDATE customers SET segment = 'premium' WHERE id = 1");
                statement.executeUpdate("DELETE FROM customers WHERE id = 1");
                statement.execute("CREATE TABLE scratch (n int)");
                statement.execute("TRUNCATE payments");
                statement.execute("DROP TABLE customers CASCADE");
                connection.rollback();
            }
            assertThat(number(login, "SELECT count(*) FROM pg_roles WHERE rolname = current_user AND rolsuper"))
                    .isZero();
        }
    }

    @Test
    void theCatalogueUserSeesColumnsAndNoRows() throws SQLException {
        assertThat(number(
                        shop.catalogue(),
                        "SELECT count(*) FROM pg_attribute WHERE attrelid = 'customers'::regclass AND attnum > 0"))
                .isEqualTo(13);
        for (String table : List.of("customers", "payments", "products", "support_tickets", "patients")) {
            assertThatThrownBy(() -> number(shop.catalogue(), "SELECT count(*) FROM " + table))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void everyStatementIsInTheLogAndNoPasswordIs() throws SQLException, IOException {
        number(shop.people(), "SELECT 4711 AS needle");
        String log = number(shop.owner(), "SELECT strpos(pg_read_file(pg_current_logfile()), '4711')") > 0
                ? Files.readString(shop.log())
                : "";
        assertThat(log).contains("SELECT 4711 AS needle");
        for (DemoLogin login : List.of(shop.agent(), shop.people(), shop.catalogue(), shop.owner())) {
            assertThat(log).doesNotContain(login.password());
        }
    }

    @Test
    void aRestartKeepsDataAndPasswords(@TempDir Path directory) throws Exception {
        Path postgres = directory.resolve("postgres");
        DemoLogin people;
        try (DemoDatabase first = DemoDatabase.start(postgres, new SecureRandom(), step -> {})) {
            people = first.people();
            execute(first, people, "UPDATE customers SET note = 'kept' WHERE id = 7");
            assertThatThrownBy(() -> DemoDatabase.start(postgres, new SecureRandom(), step -> {}))
                    .hasMessageContaining("Another demo is running");
        }
        try (DemoDatabase second = DemoDatabase.start(postgres, new SecureRandom(), step -> {})) {
            assertThat(second.people()).isEqualTo(people);
            assertThat(number(second, people, "SELECT count(*) FROM customers WHERE note = 'kept'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void anUnfinishedDatabaseIsMadeAnew(@TempDir Path directory) throws Exception {
        Path postgres = Files.createDirectories(directory.resolve("postgres"));
        Files.writeString(postgres.resolve("PG_VERSION"), "half");
        Files.writeString(directory.resolve("postgres.incomplete"), "");
        try (DemoDatabase database = DemoDatabase.start(postgres, new SecureRandom(), step -> {})) {
            assertThat(number(database, database.people(), "SELECT count(*) FROM customers"))
                    .isEqualTo(12_000);
        }
    }

    @Test
    void somebodyElsesDirectoryIsLeftAlone(@TempDir Path directory) throws IOException {
        Path postgres = Files.createDirectories(directory.resolve("postgres"));
        Files.writeString(postgres.resolve("mine.txt"), "precious");
        assertThatThrownBy(() -> DemoDatabase.start(postgres, new SecureRandom(), step -> {}))
                .hasMessageContaining("not a database of the demo");
        assertThat(postgres.resolve("mine.txt")).exists();
    }

    private static Connection connect(DemoLogin login) throws SQLException {
        return connect(shop, login);
    }

    private static Connection connect(DemoDatabase database, DemoLogin login) throws SQLException {
        String url = "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + DemoDatabase.NAME;
        Connection connection = DriverManager.getConnection(url, login.user(), login.password());
        assertThat(connection.unwrap(PGConnection.class).getBackendPID()).isPositive();
        return connection;
    }

    private static long number(DemoLogin login, String query) throws SQLException {
        return number(shop, login, query);
    }

    private static long number(DemoDatabase database, DemoLogin login, String query) throws SQLException {
        try (Connection connection = connect(database, login);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getLong(1);
        }
    }

    private static void execute(DemoDatabase database, DemoLogin login, String sql) throws SQLException {
        try (Connection connection = connect(database, login);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
