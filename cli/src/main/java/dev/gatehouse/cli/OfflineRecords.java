package dev.gatehouse.cli;

import java.nio.file.Path;

/// Reads records without a gateway. A port: only the server knows how to read a configuration and its keys.
@FunctionalInterface
public interface OfflineRecords {
    /// Of a command line that has no server beside it.
    OfflineRecords UNAVAILABLE = configuration -> {
        throw CommandFailed.usage("Reading " + configuration + " offline needs the gateway's own installation; leave"
                + " -c out to ask the gateway.");
    };

    /// The record of the gateway that `configuration` describes, opened with its keys, also while it runs.
    ///
    /// @throws CommandFailed when the configuration or the keys cannot be used; says why
    SessionSource open(Path configuration);
}
