package dev.gatehouse.bench;

import dev.gatehouse.demo.DemoCertificates;
import dev.gatehouse.demo.DemoIssuer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The load tool: everything that is compared runs at the same time and is measured in turn, round after round.
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        description = {
            "Measures pgbench -S and bulk reads, interleaved in one run: direct, through pgbouncer (when installed),",
            "through a gateway that lets everything pass, and through one with rules and masked columns.",
            "Prints medians, ratios, CPU of what stands between, memory of idle sessions, start-up, and what a sync costs.",
            "Needs PostgreSQL's server programs and pgbench (Debian: postgresql); pgbouncer is optional."
        },
        footer = {"", "Examples:", "  bench/run --quick", "  bench/run --tls --clients 8 --rounds 7"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:something could not be measured", "2:usage"})
public final class Bench implements Callable<Integer> {
    private static final int STARTS = 5;

    @Option(names = "--root", hidden = true, description = "Where ./gatehouse is.")
    private Path root = Path.of(".");

    @Option(names = "--quick", description = "Two short rounds and a smaller table: a first look.")
    private boolean quick;

    @Option(names = "--tls", description = "Clients use TLS, towards pgbouncer too. Without it nobody does.")
    private boolean tls;

    @Option(names = "--clients", split = ",", description = "How many at a time. Default: 1,8,64.")
    private List<Integer> clients = List.of(1, 8, 64);

    @Option(names = "--rounds", description = "How often each way is measured. Default: 3, with --quick 2.")
    private int rounds;

    @Option(names = "--seconds", description = "How long each time, besides logging in. Default: 4, with --quick 3.")
    private int seconds;

    @Option(
            names = "--warm-up",
            description = "Seconds of load on each gateway before the first round. Default: 30, with --quick 8.")
    private int warmUp;

    @Option(names = "--rows", description = "Of the bulk read. Default: 1000000, with --quick 200000.")
    private int rows;

    @Option(
            names = "--waiting",
            description = "Measure instead whether others notice 200 clients that wait and 50 pages of the console.")
    private boolean waiting;

    @Option(names = "--hold", description = "Measure nothing: write the ways to FILE.<name> and wait for Enter.")
    private Optional<Path> hold = Optional.empty();

    private final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        rounds = rounds > 0 ? rounds : quick ? 2 : 3;
        seconds = seconds > 0 ? seconds : quick ? 3 : 4;
        warmUp = warmUp > 0 ? warmUp : quick ? 8 : 30;
        rows = rows > 0 ? rows : quick ? 200_000 : 1_000_000;
        var directory = Files.createTempDirectory("gatehouse-bench-");
        try {
            Programs.run(Map.of(), List.of("chmod", "755", directory.toString()));
            within(directory);
            return 0;
        } catch (IOException failed) {
            say("bench: " + failed.getMessage());
            return 1;
        } finally {
            Programs.run(Map.of(), List.of("rm", "-rf", directory.toString()));
        }
    }

    private void within(Path directory) throws IOException {
        say("bench: filling a database with " + rows + " people ...");
        try (var database = Database.start(directory.resolve("postgres"), 10, rows);
                var issuer = DemoIssuer.start(directory.resolve("issuer.json"), InstantSource.system())) {
            var certificates =
                    DemoCertificates.in(directory.resolve("tls"), InstantSource.system(), new SecureRandom());
            var gateways = new Gateways(root.resolve("gatehouse"), directory, database, certificates, issuer);
            if (waiting) {
                Machine.describe(out, tls);
                new Waiting(gateways, rounds, seconds, out).measure(database.direct(), 200, 50, warmUp);
                return;
            }
            try (var pass = gateways.start("pass", tls);
                    var full = gateways.start("full", tls);
                    var bouncer =
                            new Closing<>(Bouncer.start(directory.resolve("pgbouncer"), database, certificates, tls))) {
                var ways = new ArrayList<>(List.of(database.direct()));
                bouncer.get().map(Bouncer::way).ifPresent(ways::add);
                ways.add(pass.way());
                ways.add(full.way());
                if (hold.isPresent()) {
                    waitForEnter(hold.get(), ways);
                } else {
                    measure(new Load(ways, rounds, seconds, this::say), ways, gateways, directory);
                }
            }
            if (hold.isEmpty()) {
                startUps(gateways);
            }
        }
    }

    private void measure(Load load, List<Way> ways, Gateways gateways, Path directory) throws IOException {
        Machine.describe(out, tls);
        load.warmUp(warmUp);
        var table = new Table(ways, out);
        var aims = new Aims(out);
        for (var mode : List.of("simple", "prepared")) {
            for (int count : clients) {
                var samples = load.select(mode, count);
                table.transactions(mode + ", " + count, samples);
                aims.transactions(mode, count, samples);
            }
        }
        for (var bulk : Load.Bulk.values()) {
            var samples = load.read(bulk);
            table.bulk(bulk, rows, samples);
            aims.bulk(bulk, samples);
        }
        aims.print();
        out.println("A sync of 4 KB to this disk: " + Machine.syncMicros(directory) + " µs (median).");
        for (boolean encrypted : new boolean[] {false, true}) {
            try (var idle = gateways.start(encrypted ? "idle-tls" : "idle", encrypted)) {
                out.printf(
                        "An idle session%s: %d KB (aim: at most %d KB).%n",
                        encrypted ? " with TLS" : "",
                        new IdleSessions(idle, quick ? 100 : 400).kilobytes(),
                        encrypted ? 300 : 200);
            }
        }
    }

    /// Of a gateway that has hardly run, and of the one that has recorded all of this.
    private void startUps(Gateways gateways) throws IOException {
        for (String name : List.of("idle", "pass")) {
            var start = new StartUp(gateways, name);
            var took = start.seconds(STARTS);
            out.printf(
                    "Listening %.2f s after the start (best of %d; median %.2f s; aim 1.5 s), with a log of %,d entries.%n",
                    took.best(), STARTS, took.median(), start.entries());
        }
    }

    /// For profiling by hand.
    private void waitForEnter(Path file, List<Way> ways) throws IOException {
        for (Way way : ways) {
            var lines = new StringBuilder();
            way.environment().forEach((name, value) -> lines.append("export %s='%s'\n".formatted(name, value)));
            lines.append("PIDS='%s'\n".formatted(way.processes()));
            Files.writeString(Path.of(file + "." + way.name()), lines);
        }
        out.println("ready");
        int _ = System.in.read();
    }

    private void say(String line) {
        System.err.println(line);
    }

    /// Something that may not be there, closed if it is.
    private record Closing<T extends AutoCloseable>(Optional<T> get) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            if (get.isPresent()) {
                try {
                    get.get().close();
                } catch (Exception failed) {
                    throw new IOException(failed);
                }
            }
        }
    }
}
