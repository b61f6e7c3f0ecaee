package dev.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Lets pgbench go each way in turn, again and again.
final class Load {
    private static final Pattern PER_SECOND = Pattern.compile("(?m)^tps = ([0-9.]+)");
    private static final Pattern PROCESSED = Pattern.compile("actually processed: ([0-9]+)");
    private static final int THREADS = 2;

    /// Fewer than any way manages.
    private static final int LOGINS_PER_SECOND = 12;

    private final List<Way> ways;
    private final int rounds;
    private final int seconds;
    private final Consumer<String> progress;

    Load(List<Way> ways, int rounds, int seconds, Consumer<String> progress) {
        this.ways = ways;
        this.rounds = rounds;
        this.seconds = seconds;
        this.progress = progress;
    }

    /// One measurement.
    ///
    /// @param perSecond transactions, or bulk reads
    /// @param cpuMicros of what stands between client and database, for each of them
    record Sample(double perSecond, double cpuMicros) {}

    /// What a bulk read reads.
    enum Bulk {
        /// twelve columns; `full` masks one
        ONE_MASKED("SELECT id, 'x' AS name, email, age, token, since, balance, active, segment, shop, country, points"),
        /// twelve columns; `full` masks two
        TWO_MASKED("SELECT id, full_name, email, age, token, since, balance, active, segment, shop, country, points");

        private final String columns;

        Bulk(String columns) {
            this.columns = columns;
        }

        String statement() {
            return columns + " FROM people";
        }
    }

    /// Nobody's first minute is measured: a JVM compiles what it runs.
    ///
    /// @param each seconds for each gateway; what is no JVM is warm after a moment
    void warmUp(int each) throws IOException {
        for (Way way : ways.subList(1, ways.size())) {
            boolean compiles = !way.name().equals(Bouncer.NAME);
            progress.accept("bench: warming up " + way.name() + " ...");
            for (String mode : List.of("simple", "prepared")) {
                select(way, mode, 8, compiles ? Math.max(1, each / 2) : 1);
            }
            for (Bulk bulk : Bulk.values()) {
                bulk(way, bulk, 1);
            }
        }
    }

    /// `pgbench -S`.
    Map<Way, List<Sample>> select(String mode, int clients) throws IOException {
        // Logging in is counted into pgbench's time, though not into its rate.
        int loggingIn = clients / LOGINS_PER_SECOND;
        return rounds(mode + " with " + clients, way -> select(way, mode, clients, seconds + loggingIn));
    }

    /// The whole table, into a client that looks at nothing.
    Map<Way, List<Sample>> read(Bulk what) throws IOException {
        return rounds("a bulk read", way -> bulk(way, what, 1));
    }

    private interface Measurement {
        Sample of(Way way) throws IOException;
    }

    private Map<Way, List<Sample>> rounds(String what, Measurement measurement) throws IOException {
        var samples = new LinkedHashMap<Way, List<Sample>>();
        for (int round = 1; round <= rounds; round++) {
            progress.accept("bench: " + what + ", round " + round + " of " + rounds);
            for (Way way : ways) {
                samples.computeIfAbsent(way, _ -> new ArrayList<>()).add(measurement.of(way));
            }
        }
        return samples;
    }

    private static Sample select(Way way, String mode, int clients, int seconds) throws IOException {
        return pgbench(
                way,
                List.of(
                        "-S",
                        "-M",
                        mode,
                        "-c",
                        Integer.toString(clients),
                        "-j",
                        Integer.toString(Math.min(THREADS, clients)),
                        "-T",
                        Integer.toString(seconds)));
    }

    private static Sample bulk(Way way, Bulk what, int times) throws IOException {
        var script = Files.createTempFile("gatehouse-bench", ".sql");
        try {
            Files.writeString(script, what.statement() + ";\n");
            return pgbench(way, List.of("-f", script.toString(), "-c", "1", "-t", Integer.toString(times)));
        } finally {
            Files.delete(script);
        }
    }

    private static Sample pgbench(Way way, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(Database.program("pgbench"), "-n"));
        command.addAll(arguments);
        double before = Cpu.micros(way.processes());
        var said = Programs.run(way.environment(), command);
        double cpu = Cpu.micros(way.processes()) - before;
        double processed = number(PROCESSED, said);
        // Where not even logging in was done in that time, nothing was.
        return processed == 0 ? new Sample(0, 0) : new Sample(number(PER_SECOND, said), cpu / processed);
    }

    private static double number(Pattern pattern, String text) throws IOException {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("pgbench said something else:\n" + text);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
