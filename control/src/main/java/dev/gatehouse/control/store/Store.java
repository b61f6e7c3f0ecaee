package dev.gatehouse.control.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.gatehouse.recording.log.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// The control plane's durable state: a SQLite file, readable by the gateway's own user only, or a PostgreSQL database.
///
/// A commit is on disk when it returns (WAL, `synchronous=FULL`). In SQLite one writer at a time; others wait up to
/// five seconds. In PostgreSQL one gateway at a time, which an advisory lock makes sure of, because what can still
/// change is decided in its memory. Safe for many threads. Flyway runs on a file only when its version is not
/// [#VERSION], because it costs a quarter of a second at every start.
public final class Store implements AutoCloseable {
    /// The number of the newest migration; kept in the file as `user_version`.
    public static final int VERSION = 3;

    private static final String FILE = "gatehouse.db";
    private static final int CONNECTIONS = 4;
    private static final Duration BUSY = Duration.ofSeconds(5);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private static final Map<String, String> SQLITE = Map.of("strict", " STRICT", "whole", "INTEGER", "bytes", "BLOB");
    private static final Map<String, String> POSTGRES = Map.of("strict", "", "whole", "BIGINT", "bytes", "BYTEA");

    /// Any number that other users of advisory locks in the same database are not likely to use.
    private static final long LOCK = 0x6761_7465_686f_7573L;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Optional<Connection> lock;

    private Store(HikariDataSource pool, Optional<Connection> lock) {
        this.pool = pool;
        this.lock = lock;
        this.jdbi = Jdbi.create(pool);
    }

    /// Where a PostgreSQL database is.
    ///
    /// @param url for JDBC, without user and password
    public record Server(String url, String user, String password) {
        /// Where it is, without what may stand behind the question mark.
        String place() {
            return url.replaceFirst("[?].*$", "");
        }

        @Override
        public String toString() {
            return "store " + place();
        }
    }

    /// Opens a PostgreSQL database, making the tables when they are not there.
    ///
    /// @throws IOException when it cannot be reached, belongs to a newer gateway, or is used by another one
    public static Store open(Server server) throws IOException {
        var config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl(server.url());
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(BUSY.toMillis());
        try {
            return open(config, locked(server));
        } catch (SQLException | FlywayException | HikariPool.PoolInitializationException e) {
            throw new IOException(
                    "cannot open the store " + server.place() + ": " + e.getMessage()
                            + ". Check `store.url`, the user's rights and the password.",
                    e);
        }
    }

    private static Store open(HikariConfig config, Connection lock) throws SQLException {
        try {
            var pool = new HikariDataSource(config);
            try {
                flyway(pool, POSTGRES);
                return new Store(pool, Optional.of(lock));
            } catch (RuntimeException failed) {
                pool.close();
                throw failed;
            }
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private static Connection locked(Server server) throws SQLException, IOException {
        var connection = DriverManager.getConnection(server.url(), server.user(), server.password());
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            if (rows.next() && rows.getBoolean(1)) {
                return connection;
            }
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
        connection.close();
        throw new IOException(
                "the store " + server.place() + " is used by another gateway; each needs a database of its" + " own");
    }

    /// Opens `directory/gatehouse.db`, making both when they are not there.
    ///
    /// @throws IOException when the file cannot be opened, is damaged, or belongs to a newer gateway
    public static Store open(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        make(file);
        DataSource source = source(file);
        try {
            migrate(source, file);
            return new Store(pool(source), Optional.empty());
        } catch (SQLException | FlywayException e) {
            throw new IOException(
                    "cannot open the store " + file + ": " + e.getMessage()
                            + ". Restore it from a backup, or move it away to start with an empty one.",
                    e);
        }
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    @Override
    public void close() {
        pool.close();
        try {
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (SQLException gone) {
            // The lock goes with its connection, however that ends.
            return;
        }
    }

    private static void make(Path file) throws IOException {
        OwnerOnly.above(file);
        OwnerOnly.file(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, OWNER_ONLY);
        }
    }

    private static DataSource source(Path file) {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout((int) BUSY.toMillis());
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.enforceForeignKeys(true);
        var source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static HikariDataSource pool(DataSource source) {
        var config = new HikariConfig();
        config.setPoolName("store");
        config.setDataSource(source);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(BUSY.toMillis());
        return new HikariDataSource(config);
    }

    private static void migrate(DataSource source, Path file) throws SQLException, IOException {
        int version = version(source);
        if (version > VERSION) {
            throw new IOException("the store " + file + " has version " + version + ", this gateway knows " + VERSION
                    + ": start the newer gateway that wrote it");
        }
        if (version == VERSION) {
            return;
        }
        flyway(source, SQLITE);
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + VERSION);
        }
    }

    /// The same files for both kinds of database; what they call their types is filled in. Files may be written anew as
    /// long as what they make stays the same, so checksums are not compared.
    private static void flyway(DataSource source, Map<String, String> words) {
        Flyway.configure()
                .loggers("slf4j")
                .dataSource(source)
                .locations("classpath:dev/gatehouse/control/store")
                .placeholders(words)
                .validateOnMigrate(false)
                .load()
                .migrate();
    }

    private static int version(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA user_version")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
