package dev.gatehouse.recording;

import java.nio.file.Path;

/// Where what lies below a gateway's data directory.
public record DataLayout(Path data) {
    public Path log() {
        return data.resolve("log");
    }

    public Path recordings() {
        return data.resolve("recordings");
    }

    /// The newest published checkpoint: the file to keep elsewhere from time to time.
    public Path checkpoint() {
        return log().resolve("checkpoint");
    }

    /// What can be made again from the log: never believed against it.
    public Path index() {
        return data.resolve("index");
    }

    Path lock() {
        return log().resolve("lock");
    }
}
