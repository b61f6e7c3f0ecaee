package dev.gatehouse.bench;

import dev.gatehouse.demo.DemoCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// pgbouncer in session mode: a pooler that parses no rows, masks nothing and records nothing.
final class Bouncer implements AutoCloseable {
    static final String NAME = "pgbouncer";

    private final Process process;
    private final Way way;

    private Bouncer(Process process, Way way) {
        this.process = process;
        this.way = way;
    }

    /// Empty where pgbouncer is not installed.
    static Optional<Bouncer> start(Path directory, Database database, DemoCertificates certificates, boolean tls)
            throws IOException {
        var program = Programs.onPath(NAME);
        if (program.isEmpty()) {
            return Optional.empty();
        }
        Files.createDirectories(directory);
        int port = Database.freePort();
        var users = directory.resolve("users.txt");
        Files.writeString(users, "\"%s\" \"%s\"\n".formatted(Database.USER, Database.PASSWORD));
        var certificate = Files.copy(certificates.certificate(), directory.resolve("tls.crt"));
        var key = Files.copy(certificates.key(), directory.resolve("tls.key"));
        var settings = directory.resolve("pgbouncer.ini");
        Files.writeString(
                settings,
                """
                [databases]
                %s = host=127.0.0.1 port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = scram-sha-256
                auth_file = %s
                pool_mode = session
                max_client_conn = 1000
                default_pool_size = 500
                ignore_startup_parameters = extra_float_digits
                """.formatted(Database.NAME, database.port(), port, users)
                        + (tls
                                ? "client_tls_sslmode = require\nclient_tls_cert_file = %s\nclient_tls_key_file = %s\n"
                                        .formatted(certificate, key)
                                : ""));
        Programs.handOver(directory);
        var command = Programs.unprivileged(List.of(program.get().toString(), "-q", settings.toString()));
        var process = Programs.start(Map.of(), directory.resolve("log"), command);
        return Optional.of(new Bouncer(
                process,
                new Way(NAME, port, Database.USER, Database.PASSWORD, Database.NAME, tls, List.of(process.pid()))));
    }

    Way way() {
        return way;
    }

    @Override
    public void close() {
        Programs.stop(process);
    }
}
