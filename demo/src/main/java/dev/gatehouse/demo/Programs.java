package dev.gatehouse.demo;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Programs of the machine that are run to their end.
final class Programs {

    private static final int PATIENCE_SECONDS = 120;

    private Programs() {}

    /// Runs a program from the root directory, in English, and returns what it said.
    ///
    /// @throws IOException when it cannot be started or fails; the message holds its name and its last words
    static String run(List<String> command, String input) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(new File("/")).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = exitOf(process);
        if (exit != 0) {
            throw new IOException(command.getFirst() + " failed (" + exit + "): " + said.strip());
        }
        return said;
    }

    /// Waits for a program whose output nobody wants.
    static void await(Process process, String name) throws IOException {
        int exit = exitOf(process);
        if (exit != 0) {
            throw new IOException(name + " failed with exit code " + exit);
        }
    }

    private static int exitOf(Process process) throws IOException {
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            process.destroyForcibly();
            throw new IOException("a program did not end within " + PATIENCE_SECONDS + " s");
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a program");
        }
    }
}
