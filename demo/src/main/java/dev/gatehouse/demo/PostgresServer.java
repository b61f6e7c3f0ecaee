package dev.gatehouse.demo;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// One PostgreSQL server over one data directory: made, started, stopped.
///
/// A small shell process, the leash, is the server's parent and waits on a pipe from this process; when the pipe
/// closes, because [#stop()] was called or this process was killed, it stops the server. So not even `kill -9` of the
/// gateway leaves a server behind. Both are out of reach of Ctrl-C, which ends the gateway first and then the server.
final class PostgresServer {

    private static final String LEASH = """
            trap '' INT TERM HUP QUIT
            setsid $AS "$PROGRAMS/postgres" -D "$DATA" "$@" >>"$DATA/log/start.log" 2>&1 </dev/null &
            echo $!
            read -r _
            control() { $AS "$PROGRAMS/pg_ctl" -s -D "$DATA" stop -w -t 15 "$@"; }
            control -m fast || control -m immediate
            wait
            if [ -n "$THROW_AWAY" ]; then rm -rf "$THROW_AWAY"; fi
            exit 0
            """;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int READY_LINE = 7;
    /// More only for tests with many sessions.
    private static final int CONNECTIONS = Integer.getInteger("gatehouse.demo.connections", 200);

    private static final int ATTEMPTS = 3;
    private static final int FIRST_WITH_BUILT_IN_LOCALE = 17;

    private final Path home;
    private final Path data;
    private final ServerUser user;
    private final int port;
    private final Process leash;

    private PostgresServer(Path home, Path data, ServerUser user, int port, Process leash) {
        this.home = home;
        this.data = data;
        this.user = user;
        this.port = port;
        this.leash = leash;
    }

    /// Makes a new cluster whose only role is the superuser `postgres` with that password; over TCP there is no trust.
    static void initialise(Path home, Path data, ServerUser user, String superuserPassword) throws IOException {
        Files.createDirectories(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        user.own(data);
        Path password = Files.createTempFile("gatehouse-demo-", ".password"); // readable by its owner only
        try {
            Files.writeString(password, superuserPassword + "\n");
            user.own(password);
            Programs.run(initdb(home, data, user, password), "");
        } finally {
            Files.delete(password);
        }
    }

    private static List<String> initdb(Path home, Path data, ServerUser user, Path password) throws IOException {
        String program = home.resolve("bin/initdb").toString();
        List<String> command = user.command(
                program,
                "--pgdata=" + data,
                "--username=postgres",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync",
                "--no-instructions");
        if (majorVersion(program) >= FIRST_WITH_BUILT_IN_LOCALE) {
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        }
        return command;
    }

    /// 17 of `initdb (PostgreSQL) 17.11`.
    private static int majorVersion(String program) throws IOException {
        String said = Programs.run(List.of(program, "--version"), "").strip();
        return Integer.parseInt(said.replaceFirst(".* (\\d+)\\..*", "$1"));
    }

    /// Starts the server on a free loopback port and returns when it accepts connections.
    ///
    /// @param throwAway a directory that the leash deletes after the end
    static PostgresServer start(Path home, Path data, ServerUser user, Optional<Path> throwAway) throws IOException {
        stopForgotten(home, data, user);
        Files.createDirectories(data.resolve("log"));
        user.own(data.resolve("log"));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = freePort();
            Process leash = leash(home, data, user, port, throwAway);
            PostgresServer server = new PostgresServer(home, data, user, port, leash);
            if (server.isReady()) {
                return server;
            }
            server.stop(); // somebody may have taken the port meanwhile
        }
        throw new IOException("The demo's database did not start; " + data.resolve("log") + " says why.");
    }

    int port() {
        return port;
    }

    /// Everything that reached the server is written here, statement by statement.
    Path log() {
        return data.resolve("log/postgresql.log");
    }

    /// Ends the server's sessions and the server; returns when it is gone.
    void stop() throws IOException {
        leash.getOutputStream().close();
        Programs.await(leash, "stopping the demo's database");
        stopForgotten(home, data, user);
    }

    private static Process leash(Path home, Path data, ServerUser user, int port, Optional<Path> throwAway)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", LEASH, "gatehouse-demo-leash"));
        command.addAll(options(port));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(new File("/")).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of(
                        "AS", user.prefix(),
                        "PROGRAMS", home.resolve("bin").toString(),
                        "DATA", data.toString(),
                        "THROW_AWAY", throwAway.map(Path::toString).orElse("")));
        return builder.start();
    }

    /// Waits until the server has written "ready" into its process file, or is gone.
    private boolean isReady() throws IOException {
        String pid = String.valueOf(leash.inputReader().readLine());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (Files.exists(Path.of("/proc", pid, "cwd")) && System.nanoTime() < deadline) {
            List<String> lines = processFile(data);
            if (lines.size() > READY_LINE
                    && lines.getFirst().strip().equals(pid)
                    && lines.get(READY_LINE).strip().equals("ready")) {
                return true;
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        return false;
    }

    private static List<String> options(int port) {
        return Stream.of(
                        "port=" + port,
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "ssl=off",
                        "max_connections=" + CONNECTIONS,
                        "jit=off",
                        "logging_collector=on",
                        "log_directory=log",
                        "log_filename=postgresql.log",
                        "log_rotation_age=0",
                        "log_rotation_size=0",
                        "log_statement=all",
                        "log_line_prefix=%m [%p] %u@%d ")
                .flatMap(setting -> Stream.of("-c", setting))
                .toList();
    }

    /// Stops a server that an earlier demo left behind, and forgets one that is gone.
    static void stopForgotten(Path home, Path data, ServerUser user) throws IOException {
        List<String> lines = processFile(data);
        if (!lines.isEmpty() && isOurs(lines.getFirst().strip(), data)) {
            Programs.run(
                    user.command(
                            home.resolve("bin/pg_ctl").toString(),
                            "-D",
                            data.toString(),
                            "stop",
                            "-s",
                            "-m",
                            "immediate",
                            "-w",
                            "-t",
                            "30"),
                    "");
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    /// The file in which a running server says who it is and how it is: its first line is the process id.
    private static List<String> processFile(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /// Whether that process is a server over this directory: after a reboot the number may be anybody's.
    private static boolean isOurs(String pid, Path data) throws IOException {
        Path workingDirectory = Path.of("/proc", pid, "cwd");
        return pid.matches("[0-9]{1,10}") && Files.exists(workingDirectory) && Files.isSameFile(workingDirectory, data);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
