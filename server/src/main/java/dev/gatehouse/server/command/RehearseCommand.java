package dev.gatehouse.server.command;

import dev.gatehouse.demo.DemoCertificates;
import dev.gatehouse.demo.DemoIssuer;
import dev.gatehouse.demo.DemoPart;
import dev.gatehouse.pgparser.PgParsers;
import dev.gatehouse.secret.GatewayKeys;
import dev.gatehouse.server.RunningGateway;
import dev.gatehouse.server.Starter;
import dev.gatehouse.sql.tree.PostgresParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `gatehouse rehearse`: starts a gateway with nothing behind it, lets one client log in, and stops. The launcher runs
/// it once after a build, so that the virtual machine's ahead-of-time cache holds what each later start needs.
@Command(
        name = "rehearse",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = "Starts and stops a gateway with nothing behind it, so that later starts are quicker.",
        footer = {"", "Example:", "  gatehouse rehearse"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:the gateway does not start here"})
public final class RehearseCommand implements Callable<Integer> {
    private static final byte[] STATEMENT =
            "SELECT a.id, upper(a.name) FROM people a JOIN orders USING (id) WHERE a.id = 7"
                    .getBytes(StandardCharsets.UTF_8);
    private static final int LARGEST = 10_000;

    @Spec
    private CommandSpec spec;

    private final Starter starter;
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock = InstantSource.system();

    @SuppressWarnings("NullAway.Init") // picocli sets the options
    public RehearseCommand(Starter starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() throws IOException {
        var place = new DemoPlace(Files.createTempDirectory("gatehouse-rehearsal"));
        place.prepare();
        try (var issuer = DemoIssuer.start(place.issuer(), clock)) {
            var certificates = DemoCertificates.in(place.certificates(), clock, random);
            Files.writeString(place.configuration(), configuration(place, issuer, certificates));
            GatewayKeys.create(place.keys(), "rehearsal", clock, random).close();
            var started =
                    starter.start(place.configuration(), spec.commandLine().getErr());
            if (started.isEmpty()) {
                return 2;
            }
            try (RunningGateway gateway = started.get()) {
                spec.commandLine().getOut().println(gateway.readyLine());
                logIn(gateway, issuer, certificates.ca());
                understand();
            }
            return 0;
        } finally {
            place.remove();
        }
    }

    private static String configuration(DemoPlace place, DemoIssuer issuer, DemoCertificates certificates)
            throws IOException {
        try (InputStream in = RehearseCommand.class.getResourceAsStream("rehearsal.yaml")) {
            if (in == null) {
                throw new IOException("rehearsal.yaml is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{{data}}", place.data().toString())
                    .replace("{{keys}}", place.keys().toString())
                    .replace("{{certificate}}", certificates.certificate().toString())
                    .replace("{{key}}", certificates.key().toString())
                    .replace("{{issuer}}", issuer.issuer());
        }
    }

    /// TLS, the token, the rules' side of a login, and an error: there is no database.
    private void logIn(RunningGateway gateway, DemoIssuer issuer, Path ca) {
        var properties = new Properties();
        properties.setProperty("user", DemoPart.ENGINEER.email());
        properties.setProperty("password", issuer.mint(DemoPart.ENGINEER));
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty("sslrootcert", ca.toString());
        int port = gateway.address("postgres").getPort();
        try (var connection =
                DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/nowhere", properties)) {
            spec.commandLine().getOut().println(connection);
        } catch (SQLException noDatabase) {
            spec.commandLine().getOut().println(noDatabase.getMessage());
        }
    }

    private static void understand() {
        try (var parsers = new PgParsers(1, LARGEST)) {
            var _ = new PostgresParser(parsers).parse(STATEMENT);
        }
    }
}
