package dev.gatehouse.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Finds and runs the programs that are measured with.
final class Programs {
    private static final String NOBODY = "nobody";
    private static final int MOST_MINUTES = 5;

    private Programs() {}

    /// A program of PostgreSQL's server package, which Debian does not put on the PATH.
    static Optional<Path> ofPostgres(String name) throws IOException {
        var versions = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(versions)) {
            try (Stream<Path> installed = Files.list(versions)) {
                var newest = installed
                        .sorted(java.util.Comparator.comparingDouble(Programs::version)
                                .reversed())
                        .map(version -> version.resolve("bin").resolve(name))
                        .filter(Files::isExecutable)
                        .findFirst();
                if (newest.isPresent()) {
                    return newest;
                }
            }
        }
        return onPath(name);
    }

    private static double version(Path directory) {
        try {
            return Double.parseDouble(directory.getFileName().toString());
        } catch (NumberFormatException other) {
            return 0;
        }
    }

    static Optional<Path> onPath(String name) {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":", -1)), Stream.of("/usr/sbin", "/sbin"))
                .map(directory -> Path.of(directory).resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// PostgreSQL and pgbouncer refuse to run as root: as root they run as somebody else.
    static List<String> unprivileged(List<String> command) {
        if (!System.getProperty("user.name").equals("root")) {
            return command;
        }
        var as = new ArrayList<>(List.of("setpriv", "--reuid=" + NOBODY, "--regid=nogroup", "--clear-groups", "--"));
        as.addAll(command);
        return as;
    }

    /// Hands a directory to whoever [#unprivileged] programs run as.
    static void handOver(Path directory) throws IOException {
        if (System.getProperty("user.name").equals("root")) {
            run(Map.of(), List.of("chown", "-R", NOBODY, directory.toString()));
        }
    }

    /// Runs to the end; standard output.
    ///
    /// @throws IOException when it fails, with what it said, or takes longer than anything should
    static String run(Map<String, String> environment, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        Thread.ofVirtual().name("patience").start(() -> endWhenLate(process));
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (await(process) != 0) {
            throw new IOException(String.join(" ", command) + "\n" + output);
        }
        return output;
    }

    /// Nobody watches a run: what hangs is ended, and said to have failed.
    private static void endWhenLate(Process process) {
        try {
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /// Starts something that runs until it is stopped.
    static Process start(Map<String, String> environment, Path log, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /// SIGTERM, and after half a minute SIGKILL.
    static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int await(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException hurry) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", hurry);
        }
    }
}
