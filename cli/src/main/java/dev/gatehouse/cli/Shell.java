package dev.gatehouse.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Everything that a command touches outside the process.
///
/// @param out results, also as bytes; UTF-8
/// @param err progress, hints and refusals
/// @param home the user's home directory
public record Shell(
        Map<String, String> environment,
        InputStream in,
        PrintStream out,
        PrintStream err,
        Path home,
        Programs programs,
        Pause pause,
        InstantSource clock) {
    public Shell {
        environment = Map.copyOf(environment);
    }

    /// The process's own surroundings.
    public static Shell ofProcess(PrintStream out, PrintStream err) {
        return new Shell(
                System.getenv(),
                System.in,
                out,
                err,
                Path.of(System.getProperty("user.home", ".")),
                Programs::inForeground,
                Thread::sleep,
                InstantSource.system());
    }

    /// A variable that is set and not empty.
    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /// Lets the calling thread wait.
    @FunctionalInterface
    public interface Pause {
        void of(Duration time) throws InterruptedException;
    }
}
