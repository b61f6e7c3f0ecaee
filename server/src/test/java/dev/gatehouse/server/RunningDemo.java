package dev.gatehouse.server;

import dev.gatehouse.control.rules.CelConditions;
import dev.gatehouse.demo.DemoApi;
import dev.gatehouse.demo.DemoCertificates;
import dev.gatehouse.demo.DemoConfiguration;
import dev.gatehouse.demo.DemoDatabase;
import dev.gatehouse.demo.DemoIssuer;
import dev.gatehouse.demo.DemoPart;
import dev.gatehouse.secret.GatewayKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The demo, in this process: a real database, an issuer, and (once started) a gateway, on free ports.
final class RunningDemo implements AutoCloseable {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path directory;
    private final DemoDatabase database;
    private final DemoApi api;
    private final DemoIssuer issuer;
    private final DemoCertificates certificates;
    private final DemoConfiguration configuration;
    private int port;
    private int httpPort;
    private String consoleUrl = "";
    private Runnable stop = () -> {};
    private Supplier<String> digestInForce = () -> "";

    private RunningDemo(
            Path directory,
            DemoDatabase database,
            DemoApi api,
            DemoIssuer issuer,
            DemoCertificates certificates,
            int port) {
        this.directory = directory;
        this.database = database;
        this.api = api;
        this.issuer = issuer;
        this.certificates = certificates;
        configuration = new DemoConfiguration(
                directory.resolve("secret/gatehouse.yaml"),
                directory.resolve("data"),
                directory.resolve("secret/keys"),
                directory.resolve("secret/passwords"),
                Map.of("postgres", "127.0.0.1:" + port, "console", "127.0.0.1:0", "http", "127.0.0.1:0"));
    }

    /// Everything with a gateway in this process.
    static RunningDemo start(Path directory) throws IOException {
        var demo = prepare(directory);
        demo.startGateway();
        return demo;
    }

    /// With a gateway in this process, where a limit on rows refuses at once and waits for nobody.
    static RunningDemo startUnattended(Path directory) throws IOException {
        var demo = prepare(directory);
        demo.configure(
                text -> text.replace("over-rows: 1000, per: 1h, wait: 10m", "over-rows: 1000, per: 1h, wait: 0s"));
        demo.startGateway();
        return demo;
    }

    /// Everything but the gateway.
    static RunningDemo prepare(Path directory) throws IOException {
        return prepare(directory, DemoDatabase.startTemporary(new SecureRandom(), _ -> {}));
    }

    /// Everything but the gateway, on a database that is closed with this demo.
    static RunningDemo prepare(Path directory, DemoDatabase database) throws IOException {
        var random = new SecureRandom();
        Files.createDirectories(directory.resolve("secret"));
        var api = DemoApi.start(random);
        var issuer = DemoIssuer.start(directory.resolve("secret/issuer.json"), CLOCK);
        var certificates = DemoCertificates.in(directory.resolve("secret/tls"), CLOCK, random);
        var demo = new RunningDemo(directory, database, api, issuer, certificates, 0);
        demo.configuration.write(database, api, issuer, certificates);
        GatewayKeys.create(demo.keys(), "demo", CLOCK, random).close();
        return demo;
    }

    void startGateway() {
        var running = new Starter(new CelConditions())
                .start(configuration.file(), new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        var started = running.orElseThrow(() -> new IllegalStateException("the gateway did not start"));
        stop = started::close;
        digestInForce = started::digestInForce;
        port = started.address("postgres").getPort();
        httpPort = started.address("http").getPort();
        consoleUrl = started.consoleUrl().orElseThrow();
    }

    /// A gateway in a process of its own, which can be killed.
    GatewayProcess startProcess() throws IOException {
        var process = GatewayProcess.start(configuration.file());
        port = process.postgresPort();
        stop = process::close;
        return process;
    }

    void stopGateway() {
        stop.run();
    }

    /// The digest of the configuration that decides, once any load under way is done; of a gateway in this process.
    String digestInForce() {
        return digestInForce.get();
    }

    Path configurationFile() {
        return configuration.file();
    }

    Path data() {
        return configuration.data();
    }

    Path keys() {
        return configuration.keys();
    }

    Path directory() {
        return directory;
    }

    Path certificateAuthority() {
        return certificates.ca();
    }

    int port() {
        return port;
    }

    /// Where `curl` finds the gateway; a connection's paths begin with `/http/NAME`.
    String httpUrl() {
        return "https://localhost:" + httpPort;
    }

    DemoApi api() {
        return api;
    }

    String consoleUrl() {
        return consoleUrl;
    }

    String user(DemoPart part) {
        return part.email();
    }

    String token(DemoPart part) {
        return issuer.mint(part);
    }

    DemoDatabase database() {
        return database;
    }

    /// Everything that ever reached the database.
    String databaseLog() throws IOException {
        return Files.readString(database.log());
    }

    /// The environment by which stock PostgreSQL clients find the gateway, as `part`.
    Map<String, String> environment(DemoPart part) {
        return Map.of(
                "PGHOST",
                "localhost",
                "PGPORT",
                Integer.toString(port),
                "PGUSER",
                user(part),
                "PGPASSWORD",
                token(part),
                "PGDATABASE",
                DemoDatabase.NAME,
                "PGSSLMODE",
                "verify-full",
                "PGSSLROOTCERT",
                certificates.ca().toString(),
                "PGCONNECT_TIMEOUT",
                "20",
                "LC_ALL",
                "C.UTF-8");
    }

    /// psql as `part`, unaligned, with `arguments`.
    Client.Ran psql(DemoPart part, String... arguments) throws IOException, InterruptedException {
        return psql(part, Map.of(), arguments);
    }

    Client.Ran psql(DemoPart part, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return Client.of("psql", environment(part))
                .with(environment)
                .with(List.of("-X", "-A", "-t", "-v", "VERBOSITY=verbose"))
                .with(List.of(arguments))
                .run();
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/" + DemoDatabase.NAME;
    }

    Properties jdbc(DemoPart part) {
        var properties = new Properties();
        properties.setProperty("user", user(part));
        properties.setProperty("password", token(part));
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty("sslrootcert", certificates.ca().toString());
        return properties;
    }

    /// A way around the gateway, to compare with.
    Properties direct() {
        var properties = new Properties();
        properties.setProperty("user", database.owner().user());
        properties.setProperty("password", database.owner().password());
        return properties;
    }

    String directUrl() {
        return "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + DemoDatabase.NAME;
    }

    /// Asks the database itself, again and again, until `question` has a row.
    void awaitDatabase(String question) throws SQLException {
        try (var connection = DriverManager.getConnection(directUrl(), direct());
                var statement = connection.createStatement()) {
            var deadline = CLOCK.instant().plus(PATIENCE);
            boolean there = false;
            while (!there) {
                if (CLOCK.instant().isAfter(deadline)) {
                    throw new IllegalStateException("never true in the database: " + question);
                }
                try (var rows = statement.executeQuery(question)) {
                    there = rows.next();
                }
            }
        }
    }

    /// Changes the configuration file.
    void configure(UnaryOperator<String> change) throws IOException {
        String before = Files.readString(configuration.file());
        String after = change.apply(before);
        if (before.equals(after)) {
            throw new IllegalStateException("the change does not fit the demo's configuration");
        }
        Files.writeString(configuration.file(), after);
    }

    @Override
    public void close() throws IOException {
        stop.run();
        issuer.close();
        api.close();
        database.close();
    }
}
