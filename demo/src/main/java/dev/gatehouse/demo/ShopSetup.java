package dev.gatehouse.demo;

import dev.gatehouse.demo.data.Population;
import dev.gatehouse.demo.data.PopulationLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/// Turns a new, empty server into the shop: roles, tables, rows, constraints.
///
/// Statement logging is off meanwhile: what people look for in the log is what came later, and a password has no place
/// in it.
final class ShopSetup {

    private final int port;
    private final String superuserPassword;

    ShopSetup(int port, String superuserPassword) {
        this.port = port;
        this.superuserPassword = superuserPassword;
    }

    void createRoles(DemoLogins logins) throws SQLException, IOException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + DemoDatabase.NAME);
        }
        try (Connection connection = connect(DemoDatabase.NAME);
                Statement statement = connection.createStatement()) {
            statement.execute(resource("roles.sql"));
            for (DemoLogin login : logins.all()) {
                // hashes here, so that the password itself never reaches the server
                connection
                        .unwrap(PGConnection.class)
                        .alterUserPassword(login.user(), login.password().toCharArray(), "scram-sha-256");
            }
        }
    }

    void load(Population shop) throws SQLException, IOException {
        try (Connection connection = connect(DemoDatabase.NAME);
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE shop_app; SET synchronous_commit = off");
            connection.setAutoCommit(false);
            statement.execute(resource("schema.sql"));
            new PopulationLoader(connection).load(shop);
            statement.execute(resource("constraints.sql"));
            connection.commit();
        }
    }

    private Connection connect(String database) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser("postgres");
        source.setPassword(superuserPassword);
        source.setOptions("-c log_statement=none");
        return source.getConnection();
    }

    static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ShopSetup.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
