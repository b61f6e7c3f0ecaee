package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.demo.DemoPart;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The PostgreSQL JDBC driver as the demo's parts use it.
record Jdbc(RunningDemo demo) {
    /// @param settings of the driver, `name=value`
    Connection connect(DemoPart part, String... settings) throws SQLException {
        var properties = demo.jdbc(part);
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            properties.setProperty(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return DriverManager.getConnection(demo.jdbcUrl(), properties);
    }

    static List<String> column(ResultSet rows) throws SQLException {
        var values = new ArrayList<String>();
        while (rows.next()) {
            values.add(rows.getString(1));
        }
        return values;
    }

    static List<String> ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return column(rows);
        }
    }

    static void run(Connection connection, String statement) throws SQLException {
        try (var running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    static void failsWith(String state, Connection connection, String statement) {
        assertThatThrownBy(() -> run(connection, statement))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        error -> assertThat(error.getSQLState()).as(statement).isEqualTo(state));
    }
}
