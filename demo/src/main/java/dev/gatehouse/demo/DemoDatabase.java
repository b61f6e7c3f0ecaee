package dev.gatehouse.demo;

import dev.gatehouse.demo.data.Population;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// The shop's database: a real PostgreSQL on loopback, filled with invented people.
///
/// Over an existing directory it keeps what is there; a start that was interrupted before the shop was complete begins
/// anew. One directory serves one demo at a time. Every statement that reaches the server is written to [#log()].
/// Passwords are random, authentication is SCRAM-SHA-256, there is no TLS because nothing leaves the machine.
///
/// Not thread-safe. [#close()] ends the server and everything it started; if this process is killed, a watching shell
/// process does so.
public final class DemoDatabase implements AutoCloseable {

    /// The name of the database.
    public static final String NAME = "shop";

    private final PostgresServer server;
    private final DemoLogins logins;
    private final FileChannel lock;
    private boolean closed;

    private DemoDatabase(PostgresServer server, DemoLogins logins, FileChannel lock) {
        this.server = server;
        this.logins = logins;
        this.lock = lock;
    }

    /// Starts the database in `directory`, made if need be; a file beside it (`.lock`) tells that it is in use.
    ///
    /// @param progress is told, in a few words, what takes time
    /// @throws IOException with a message for the person at the terminal
    public static DemoDatabase start(Path directory, SecureRandom random, Consumer<String> progress)
            throws IOException {
        Path home = PostgresBinaries.unpacked(DemoCache.directory(), progress);
        return start(directory, Optional.empty(), home, random, progress);
    }

    /// Starts the database in a temporary directory, which is deleted after the end.
    public static DemoDatabase startTemporary(SecureRandom random, Consumer<String> progress) throws IOException {
        return startTemporary(PostgresBinaries.unpacked(DemoCache.directory(), progress), random, progress);
    }

    /// The same on another version of PostgreSQL.
    ///
    /// @param archive its programs, a `.txz` as the demo's own is
    public static DemoDatabase startTemporary(URL archive, SecureRandom random, Consumer<String> progress)
            throws IOException {
        return startTemporary(PostgresBinaries.unpacked(archive, DemoCache.directory(), progress), random, progress);
    }

    private static DemoDatabase startTemporary(Path home, SecureRandom random, Consumer<String> progress)
            throws IOException {
        Path directory = Files.createTempDirectory("gatehouse-demo-");
        if (ServerUser.find() == ServerUser.NOBODY) {
            ServerUser.NOBODY.own(directory);
        }
        return start(directory.resolve("postgres"), Optional.of(directory), home, random, progress);
    }

    private static DemoDatabase start(
            Path given, Optional<Path> throwAway, Path home, SecureRandom random, Consumer<String> progress)
            throws IOException {
        Path directory = given.toAbsolutePath().normalize();
        Files.createDirectories(directory.getParent());
        FileChannel lock = lock(beside(directory, ".lock"));
        try {
            return new Start(directory, throwAway, home, random, progress).run(lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Path beside(Path directory, String suffix) {
        return directory.resolveSibling(directory.getFileName() + suffix);
    }

    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: the same answer
        }
        channel.close();
        throw new IOException("Another demo is running on this data (" + file + " is locked). End it, or choose another"
                + " directory with --data.");
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return server.port();
    }

    /// What the gateway logs in with for agents.
    public DemoLogin agent() {
        return logins.agent();
    }

    /// What the gateway logs in with for people.
    public DemoLogin people() {
        return logins.people();
    }

    /// What the gateway reads the catalogue with: it sees no row of any table.
    public DemoLogin catalogue() {
        return logins.catalogue();
    }

    /// The shop's owner, no superuser: the way around the gateway, for comparison. May read the server's log, too.
    public DemoLogin owner() {
        return logins.owner();
    }

    /// Where the server writes every statement that reaches it.
    public Path log() {
        return server.log();
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            server.stop();
        }
    }

    /// One start over one directory.
    private record Start(
            Path directory, Optional<Path> throwAway, Path home, SecureRandom random, Consumer<String> progress) {

        DemoDatabase run(FileChannel lock) throws IOException {
            ServerUser user = ServerUser.find();
            Path passwords = directory.resolve("gatehouse-demo.properties");
            if (Files.exists(beside(directory, ".incomplete"))) {
                progress.accept("clearing an unfinished database");
                PostgresServer.stopForgotten(home, directory, user);
                Trees.delete(directory);
            } else if (Files.exists(passwords)) {
                progress.accept("starting PostgreSQL");
                PostgresServer server = PostgresServer.start(home, directory, user, throwAway);
                return new DemoDatabase(server, DemoLogins.read(passwords), lock);
            } else if (Files.exists(directory)) {
                throw new IOException(directory + " exists and is not a database of the demo. Choose another --data.");
            }
            return fresh(user, passwords, lock);
        }

        private DemoDatabase fresh(ServerUser user, Path passwords, FileChannel lock) throws IOException {
            Path incomplete = beside(directory, ".incomplete");
            Files.writeString(incomplete, "deleted when the database is complete\n");
            DemoLogins logins = DemoLogins.random(random);
            String superuserPassword = DemoLogins.password(random);
            try (ExecutorService inventor = Executors.newSingleThreadExecutor()) {
                Future<Population> shop = inventor.submit((Callable<Population>) () -> Population.of(Population.SEED));
                progress.accept("creating the database");
                PostgresServer.initialise(home, directory, user, superuserPassword);
                PostgresServer server = PostgresServer.start(home, directory, user, throwAway);
                try {
                    ShopSetup setup = new ShopSetup(server.port(), superuserPassword);
                    setup.createRoles(logins);
                    progress.accept("loading " + Population.CUSTOMERS + " customers");
                    setup.load(shop.get());
                    logins.write(passwords);
                    Files.delete(incomplete);
                    return new DemoDatabase(server, logins, lock);
                } catch (IOException | SQLException | ExecutionException | RuntimeException e) {
                    server.stop();
                    throw new IOException("The shop could not be set up: " + e.getMessage(), e);
                } catch (InterruptedException e) {
                    server.stop();
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException("interrupted while the shop was set up");
                }
            }
        }
    }
}
