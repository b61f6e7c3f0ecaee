package dev.gatehouse.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs commands as `main` would, and keeps what they wrote.
final class Terminal {
    final Map<String, String> environment = new HashMap<>();
    final List<Duration> waits = new ArrayList<>();
    final List<String> programs = new ArrayList<>();
    final Map<String, String> given = new HashMap<>();
    String input = "";
    int programExit;
    OfflineRecords offline = OfflineRecords.UNAVAILABLE;
    private final Path home;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    Terminal(Path home) {
        this.home = home;
    }

    int run(String... arguments) {
        out.reset();
        err.reset();
        var shell = new Shell(
                environment,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                home,
                this::program,
                waits::add,
                InstantSource.fixed(ServedGateway.NOW));
        return Gatehouse.commandLine(shell, offline, "1.2.3").execute(arguments);
    }

    private int program(List<String> command, Map<String, String> more) throws IOException {
        if (command.getFirst().equals("absent")) {
            throw new IOException("no such file");
        }
        programs.add(String.join(" ", command));
        given.putAll(more);
        return programExit;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
