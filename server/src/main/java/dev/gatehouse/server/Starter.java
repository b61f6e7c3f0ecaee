package dev.gatehouse.server;

import dev.gatehouse.control.rules.CelConditions;
import dev.gatehouse.server.settings.ConfigurationWatcher;
import dev.gatehouse.server.settings.GatewaySettings;
import dev.gatehouse.server.settings.Loaded;
import dev.gatehouse.server.settings.SettingsLoader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Loads a configuration and starts a gateway with it; every reason why that cannot be is told in words.
public final class Starter {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final CelConditions conditions;

    public Starter(CelConditions conditions) {
        this.conditions = conditions;
    }

    /// The running gateway, or empty after the reasons were printed.
    public Optional<RunningGateway> start(Path file, PrintWriter err) {
        if (!Files.isReadable(file)) {
            err.println("There is no readable file " + file + ". Name the configuration with -c FILE.");
            return Optional.empty();
        }
        var loader = new SettingsLoader(conditions);
        Loaded loaded = loader.load(file);
        loaded.findings().forEach(err::println);
        if (loaded.settings().isEmpty()) {
            err.println("Nothing was started: " + file + " has mistakes.");
            return Optional.empty();
        }
        if (loaded.settings().get().gateway().log() == GatewaySettings.Log.JSON) {
            JsonLines.use();
        }
        try {
            var gateway = new Assembly(loaded, conditions).start();
            var watcher = new ConfigurationWatcher(file, loaded, loader, next -> gateway.reload(next, conditions));
            watcher.start(LOOK);
            return Optional.of(new RunningGateway(gateway, watcher));
        } catch (IOException unusable) {
            err.println("Nothing was started: " + unusable.getMessage());
            return Optional.empty();
        }
    }
}
