package dev.gatehouse.server.command;

import dev.gatehouse.server.settings.Loaded;
import dev.gatehouse.server.settings.SettingsLoader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The option that names the configuration, and what is said when it has mistakes.
final class ConfigurationFile {
    @Option(
            names = {"-c", "--config"},
            required = true,
            paramLabel = "FILE",
            description = "The configuration file.")
    private Path path;

    @SuppressWarnings("NullAway.Init") // picocli sets the option
    ConfigurationFile() {}

    Path path() {
        return path;
    }

    /// The configuration; empty when it has mistakes, which `err` is told.
    Optional<Loaded> load(SettingsLoader loader, PrintWriter err) {
        Loaded loaded = loader.load(path);
        if (loaded.settings().isPresent()) {
            return Optional.of(loaded);
        }
        loaded.mistakes().forEach(err::println);
        return Optional.empty();
    }
}
