package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The PostgreSQL JDBC driver at the demo: every way in which it sends statements and receives values.
@Tag("slow")
class JdbcEndToEndTest {
    @TempDir
    static Path directory;

    private static RunningDemo demo;
    private static Jdbc jdbc;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.start(directory);
        jdbc = new Jdbc(demo);
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    /// Text and binary, unnamed and named statements, the simple protocol: the same masks.
    @ParameterizedTest
    @CsvSource({
        "simple,   5, false",
        "extended, 0, false",
        "extended, 1, true",
        "extended, -1, true",
        "extendedForPrepared, 1, true",
        "extendedCacheEverything, 1, true"
    })
    void everyWayOfAskingShowsTheSameMasks(String mode, int threshold, boolean binary) throws SQLException {
        String query = "SELECT email, full_name, phone, birth_date, address, city, country, segment, created_at,"
                + " national_id, iban, note, id FROM customers WHERE id = ?";
        try (var connection = jdbc.connect(
                        DemoPart.AGENT,
                        "preferQueryMode=" + mode,
                        "prepareThreshold=" + threshold,
                        "binaryTransfer=" + binary);
                var clear = jdbc.connect(DemoPart.OFFICER);
                var prepared = connection.prepareStatement(query);
                var officer = clear.prepareStatement(query)) {
            for (int id = 1; id < 9; id++) {
                prepared.setInt(1, id);
                officer.setInt(1, id);
                try (var masked = prepared.executeQuery();
                        var shown = officer.executeQuery()) {
                    assertThat(masked.next()).isTrue();
                    assertThat(shown.next()).isTrue();
                    sameButMasked(masked, shown, id);
                }
            }
        }
    }

    private static void sameButMasked(ResultSet masked, ResultSet shown, int id) throws SQLException {
        for (String personal :
                List.of("email", "full_name", "phone", "birth_date", "address", "city", "national_id", "iban")) {
            assertThat(masked.getString(personal)).as(personal).isNotEqualTo(shown.getString(personal));
        }
        assertThat(masked.getString("email")).contains("***");
        Date birth = masked.getDate("birth_date");
        assertThat(birth == null || !birth.equals(shown.getDate("birth_date"))).isTrue();
        for (String open : List.of("country", "segment", "created_at")) {
            assertThat(masked.getString(open)).as(open).isEqualTo(shown.getString(open));
        }
        assertThat(masked.getTimestamp("created_at")).isEqualTo(shown.getTimestamp("created_at"));
        assertThat(masked.getInt("id")).isEqualTo(id);
    }

    @Test
    void aCursorFetchesInPortionsAndMasksEach() throws SQLException {
        try (var connection = jdbc.connect(DemoPart.AGENT, "prepareThreshold=1")) {
            connection.setAutoCommit(false);
            try (var statement =
                    connection.prepareStatement("SELECT email, id FROM customers WHERE id <= 200 ORDER BY id")) {
                statement.setFetchSize(7);
                for (int again = 0; again < 2; again++) {
                    try (var rows = statement.executeQuery()) {
                        int count = 0;
                        while (rows.next()) {
                            count++;
                            assertThat(rows.getString(1)).contains("***");
                            assertThat(rows.getInt(2)).isEqualTo(count);
                        }
                        assertThat(count).isEqualTo(200);
                    }
                }
            }
            connection.commit();
        }
    }

    @Test
    void maxRowsCutsAnAnswer() throws SQLException {
        try (var connection = jdbc.connect(DemoPart.AGENT);
                var statement = connection.createStatement()) {
            statement.setMaxRows(5);
            assertThat(Jdbc.column(statement.executeQuery("SELECT email FROM customers WHERE id < 100")))
                    .hasSize(5);
            assertThat(Jdbc.ask(connection, "SELECT 1")).containsExactly("1");
        }
    }

    @Test
    void theDriversMetadataIsComplete() throws SQLException {
        try (var connection = jdbc.connect(DemoPart.AGENT)) {
            var metadata = connection.getMetaData();
            assertThat(Jdbc.column(metadata.getSchemas())).contains("public");
            try (var tables = metadata.getTables(null, "public", "%", new String[] {"TABLE", "VIEW"})) {
                var names = new ArrayList<String>();
                while (tables.next()) {
                    names.add(tables.getString("TABLE_NAME"));
                }
                assertThat(names).contains("customers", "payments", "customer_contacts");
            }
            try (var columns = metadata.getColumns(null, "public", "customers", "%")) {
                var names = new ArrayList<String>();
                while (columns.next()) {
                    names.add(columns.getString("COLUMN_NAME"));
                }
                assertThat(names).hasSize(13).startsWith("id", "email", "full_name");
            }
            try (var keys = metadata.getPrimaryKeys(null, "public", "customers")) {
                assertThat(keys.next()).isTrue();
                assertThat(keys.getString("COLUMN_NAME")).isEqualTo("id");
            }
            assertThat(count(metadata.getImportedKeys(null, "public", "orders")))
                    .isEqualTo(1);
            assertThat(count(metadata.getExportedKeys(null, "public", "customers")))
                    .isEqualTo(4);
            assertThat(count(metadata.getIndexInfo(null, "public", "customers", false, true)))
                    .isPositive();
            assertThat(count(metadata.getTypeInfo())).isPositive();
            assertThat(count(metadata.getFunctions(null, "pg_catalog", "lower")))
                    .isPositive();
            assertThat(count(metadata.getTablePrivileges(null, "public", "customers")))
                    .isPositive();
        }
    }

    private static int count(ResultSet rows) throws SQLException {
        int count = 0;
        while (rows.next()) {
            count++;
        }
        rows.close();
        return count;
    }

    @Test
    void severalStatementsAndTheirResults() throws SQLException {
        try (var connection = jdbc.connect(DemoPart.AGENT);
                var statement = connection.createStatement()) {
            assertThat(statement.execute("SELECT 1; SELECT email FROM customers WHERE id = 3; SELECT 3"))
                    .isTrue();
            assertThat(Jdbc.column(statement.getResultSet())).containsExactly("1");
            assertThat(statement.getMoreResults()).isTrue();
            assertThat(Jdbc.column(statement.getResultSet()).getFirst()).contains("***");
            assertThat(statement.getMoreResults()).isTrue();
            assertThat(Jdbc.column(statement.getResultSet())).containsExactly("3");
        }
    }

    @Test
    void manyTypesArriveAsTheyAre() throws SQLException {
        String query = "SELECT 1::smallint, 2::bigint, 1.5::numeric, 2.5::float8, true, 'x'::text, "
                + " DATE '2020-02-03', TIMESTAMP '2020-02-03 04:05:06', '{\"a\":1}'::jsonb,"
                + " '00000000-0000-0000-0000-000000000001'::uuid, NULL::integer WHERE $1 > 0".replace("$1", "?");
        var seen = new ArrayList<List<String>>();
        for (String mode : List.of("binaryTransfer=true", "binaryTransfer=false")) {
            try (var connection = jdbc.connect(DemoPart.AGENT, "prepareThreshold=-1", mode);
                    var statement = connection.prepareStatement(query)) {
                statement.setInt(1, 1);
                for (int again = 0; again < 3; again++) {
                    try (var rows = statement.executeQuery()) {
                        assertThat(rows.next()).isTrue();
                        var values = new ArrayList<String>();
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            values.add(String.valueOf(rows.getString(i)));
                        }
                        seen.add(values);
                    }
                }
            }
        }
        assertThat(seen.stream().distinct())
                .containsExactly(List.of(
                        "1",
                        "2",
                        "1.5",
                        "2.5",
                        "t",
                        "x",
                        "2020-02-03",
                        "2020-02-03 04:05:06",
                        "{\"a\": 1}",
                        "00000000-0000-0000-0000-000000000001",
                        "null"));
    }
}
