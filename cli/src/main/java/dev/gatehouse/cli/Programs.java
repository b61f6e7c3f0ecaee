package dev.gatehouse.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Runs other programs.
@FunctionalInterface
public interface Programs {
    /// Runs `command` with more environment variables, on the same terminal, until it ends; returns its exit code.
    ///
    /// @throws IOException when it cannot be started
    int run(List<String> command, Map<String, String> more) throws IOException, InterruptedException;

    static int inForeground(List<String> command, Map<String, String> more) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(more);
        return builder.start().waitFor();
    }
}
