package dev.gatehouse.bench;

import dev.gatehouse.demo.DemoCertificates;
import dev.gatehouse.demo.DemoIssuer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "bench/run", mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
    @Option(names = "--root", required = true)
    private Path root = Path.of(".");

    @Override
    public Integer call() throws Exception {
        var directory = Files.createTempDirectory("gatehouse-bench-");
        Programs.run(java.util.Map.of(), List.of("chmod", "755", directory.toString()));
        var random = new SecureRandom();
        try (var database = Database.start(directory.resolve("postgres"), 10, 1_000_000);
                var issuer = DemoIssuer.start(directory.resolve("issuer.json"), InstantSource.system())) {
            var certificates = DemoCertificates.in(directory.resolve("tls"), InstantSource.system(), random);
            try (var bouncer = Bouncer.start(directory.resolve("pgbouncer"), database, certificates, true)
                            .orElseThrow();
                    var pass = GatewayUnderTest.start(
                            "pass",
                            directory.resolve("pass"),
                            root.resolve("gatehouse"),
                            database,
                            certificates,
                            issuer);
                    var full = GatewayUnderTest.start(
                            "full",
                            directory.resolve("full"),
                            root.resolve("gatehouse"),
                            database,
                            certificates,
                            issuer)) {
                for (var way : List.of(database.direct(), bouncer.way(), pass.way(), full.way())) {
                    var env = new StringBuilder();
                    way.environment()
                            .forEach((k, v) -> env.append("export ")
                                    .append(k)
                                    .append("='")
                                    .append(v)
                                    .append("'\n"));
                    env.append("PIDS='").append(way.processes()).append("'\n");
                    Files.writeString(Path.of("/tmp/bench-env-" + way.name()), env);
                }
                System.out.println("ready");
                System.in.read();
            }
        }
        return 0;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }
}
