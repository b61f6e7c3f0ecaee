package dev.gatehouse.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// A PostgreSQL of its own on loopback, filled with pgbench's tables and a wide one of people.
final class Database implements AutoCloseable {
    static final String NAME = "bench";
    static final String USER = "bench";
    static final String PASSWORD = "bench-of-this-machine-only";
    private static final int PATIENCE = 300;

    private final Process server;
    private final int port;

    private Database(Process server, int port) {
        this.server = server;
        this.port = port;
    }

    /// @param rows of the wide table
    static Database start(Path directory, int scale, int rows) throws IOException {
        Files.createDirectories(directory);
        var data = directory.resolve("data");
        var password = directory.resolve("password");
        Files.writeString(password, PASSWORD + "\n");
        Programs.handOver(directory);
        Programs.run(
                Map.of(),
                Programs.unprivileged(List.of(
                        program("initdb"),
                        "-D",
                        data.toString(),
                        "-U",
                        USER,
                        "-A",
                        "scram-sha-256",
                        "--pwfile=" + password,
                        "-E",
                        "UTF8",
                        "--no-sync")));
        int port = freePort();
        var server = Programs.start(
                Map.of(),
                directory.resolve("log"),
                Programs.unprivileged(List.of(
                        program("postgres"),
                        "-D",
                        data.toString(),
                        "-p",
                        Integer.toString(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "fsync=off",
                        "-c",
                        "max_connections=1000",
                        "-c",
                        "shared_buffers=512MB")));
        var database = new Database(server, port);
        try {
            database.awaitReady();
            database.fill(scale, rows);
            return database;
        } catch (IOException | RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    int port() {
        return port;
    }

    Way direct() {
        return new Way("direct", port, USER, PASSWORD, NAME, false, List.of());
    }

    private void fill(int scale, int rows) throws IOException {
        psql("postgres", "CREATE DATABASE " + NAME);
        var pgbench = new ArrayList<>(List.of(program("pgbench"), "-i", "-q", "-s", Integer.toString(scale)));
        Programs.run(direct().environment(), pgbench);
        psql(NAME, """
                CREATE TABLE people AS SELECT i AS id, 'Name ' || i AS full_name,
                  'person' || i || '@example.com' AS email, i %% 90 AS age, md5(i::text) AS token,
                  now() - i * interval '1 minute' AS since, i * 1.5 AS balance, i %% 7 = 0 AS active,
                  'segment-' || i %% 20 AS segment, i %% 1000 AS shop, 'DE' AS country, i * 17 AS points
                FROM generate_series(1, %d) i""".formatted(rows));
        psql(NAME, "VACUUM ANALYZE");
        psql(NAME, "CHECKPOINT");
    }

    private void psql(String database, String statement) throws IOException {
        var environment = new java.util.HashMap<>(direct().environment());
        environment.put("PGDATABASE", database);
        Programs.run(environment, List.of("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", statement));
    }

    private void awaitReady() throws IOException {
        for (int i = 0; i < PATIENCE; i++) {
            try {
                psql("postgres", "SELECT 1");
                return;
            } catch (IOException notYet) {
                if (!server.isAlive()) {
                    throw new IOException("the database did not start", notYet);
                }
                LockSupport.parkNanos(100_000_000);
            }
        }
        throw new IOException("the database does not answer");
    }

    static String program(String name) throws IOException {
        return Programs.ofPostgres(name)
                .orElseThrow(() ->
                        new IOException(name + " is missing. Install PostgreSQL (Debian: apt-get install postgresql)."))
                .toString();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        Programs.stop(server);
    }
}
