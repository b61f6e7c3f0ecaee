package dev.gatehouse.control.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.gatehouse.recording.log.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/// The control plane's durable state: a SQLite file, readable by the gateway's own user only.
///
/// A commit is on disk when it returns (WAL, `synchronous=FULL`). One writer at a time; others wait up to five seconds.
/// Safe for many threads. Flyway runs only when the file's version is not [#VERSION], because it costs a quarter of a
/// second at every start.
public final class Store implements AutoCloseable {
    /// The number of the newest migration; kept in the file as `user_version`.
    public static final int VERSION = 2;

    private static final String FILE = "gatehouse.db";
    private static final int CONNECTIONS = 4;
    private static final Duration BUSY = Duration.ofSeconds(5);
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Store(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
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
            return new Store(pool(source));
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
        Flyway.configure()
                .loggers("slf4j")
                .dataSource(source)
                .locations("classpath:dev/gatehouse/control/store")
                .load()
                .migrate();
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = " + VERSION);
        }
    }

    private static int version(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA user_version")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
