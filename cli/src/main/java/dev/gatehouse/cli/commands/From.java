package dev.gatehouse.cli.commands;

import dev.gatehouse.cli.OfflineRecords;
import dev.gatehouse.cli.SessionSource;
import dev.gatehouse.cli.Shell;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say where sessions are read from: a gateway, or its record on this machine.
final class From {
    @Mixin
    private Where where = new Where();

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Read the record offline, with the configuration and keys of the gateway.")
    private @Nullable Path configuration;

    SessionSource open(Shell shell, OfflineRecords offline) {
        return configuration == null ? where.open(shell) : offline.open(configuration);
    }
}
