package dev.gatehouse.server.command;

import dev.gatehouse.cli.commands.As;
import dev.gatehouse.demo.DemoApi;
import dev.gatehouse.demo.DemoCertificates;
import dev.gatehouse.demo.DemoConfiguration;
import dev.gatehouse.demo.DemoDatabase;
import dev.gatehouse.demo.DemoIssuer;
import dev.gatehouse.secret.GatewayKeys;
import dev.gatehouse.server.RunningGateway;
import dev.gatehouse.server.Starter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `gatehouse demo`: a real PostgreSQL with invented people, an issuer for development and a gateway between.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "A real PostgreSQL full of invented people, an HTTP API over some of them, an identity provider for"
                        + " development, and the gateway between them. Prints what to paste; runs until Ctrl-C and leaves no process behind.",
        footer = {"", "Example:", "  gatehouse demo --data ./demo"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped when asked to", "2:something could not be started"})
public final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where everything is kept; without it, a temporary directory that is not kept.")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--port", paramLabel = "N", description = "PostgreSQL clients; default ${DEFAULT-VALUE}.")
    private int port = 6432;

    @Option(names = "--console-port", paramLabel = "N", description = "The admin API; default ${DEFAULT-VALUE}.")
    private int consolePort = 8443;

    @Option(
            names = "--http-port",
            paramLabel = "N",
            description = "HTTP clients such as curl; default ${DEFAULT-VALUE}.")
    private int httpPort = 8444;

    @Mixin
    private As as = new As();

    private final Starter starter;
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock = InstantSource.system();

    @SuppressWarnings("NullAway.Init") // picocli sets the options
    public DemoCommand(Starter starter) {
        this.starter = starter;
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            return run(err);
        } catch (IOException unusable) {
            err.println("The demo could not be started: " + unusable.getMessage());
            return 2;
        }
    }

    private int run(PrintWriter err) throws IOException {
        boolean temporary = data.isEmpty();
        Path directory = temporary
                ? Files.createTempDirectory("gatehouse-demo")
                : data.get().toAbsolutePath().normalize();
        var place = new DemoPlace(directory);
        place.prepare();
        try (var database = DemoDatabase.start(place.postgres(), random, err::println);
                var api = DemoApi.start(random);
                var issuer = DemoIssuer.start(place.issuer(), clock)) {
            var certificates = DemoCertificates.in(place.certificates(), clock, random);
            var configuration = new DemoConfiguration(
                    place.configuration(), place.data(), place.keys(), place.secrets(), listeners());
            configuration.write(database, api, issuer, certificates);
            createKeys(place);
            var started = starter.start(place.configuration(), err);
            if (started.isEmpty()) {
                return 2;
            }
            try (RunningGateway gateway = started.get()) {
                var ready = new DemoReady(gateway, database, api, issuer, certificates, place);
                spec.commandLine().getOut().println(as.json() ? ready.json() : ready.text());
                spec.commandLine().getOut().flush();
                gateway.serveUntilStopped(() -> cleanUp(database, api, issuer, temporary, place));
            }
        } finally {
            if (temporary) {
                place.remove();
            }
        }
        return 0;
    }

    private void cleanUp(DemoDatabase database, DemoApi api, DemoIssuer issuer, boolean temporary, DemoPlace place) {
        try (database;
                api;
                issuer) {
            spec.commandLine().getErr().println("stopping");
        } catch (IOException stuck) {
            spec.commandLine().getErr().println("The demo did not stop cleanly: " + stuck.getMessage());
        }
        if (temporary) {
            removeQuietly(place);
        }
    }

    private void removeQuietly(DemoPlace place) {
        try {
            place.remove();
        } catch (IOException left) {
            spec.commandLine().getErr().println(place.data() + " could not be removed: " + left.getMessage());
        }
    }

    private Map<String, String> listeners() {
        var listeners = new LinkedHashMap<String, String>();
        listeners.put("postgres", "127.0.0.1:" + port);
        listeners.put("console", "127.0.0.1:" + consolePort);
        listeners.put("http", "127.0.0.1:" + httpPort);
        return listeners;
    }

    private void createKeys(DemoPlace place) throws IOException {
        if (!place.hasKeys()) {
            GatewayKeys.create(place.keys(), "demo", clock, random).close();
        }
    }
}
