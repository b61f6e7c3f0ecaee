package dev.gatehouse.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Where a demo keeps its things: the gateway's data in DIR, the database in DIR/postgres, and whatever is secret
/// beside
/// it, in DIR.keys.
record DemoPlace(Path data) {
    void prepare() throws IOException {
        Files.createDirectories(data);
        Files.createDirectories(secretDirectory());
    }

    Path postgres() {
        return data.resolve("postgres");
    }

    Path keys() {
        return secretDirectory().resolve("gateway");
    }

    Path secrets() {
        return secretDirectory().resolve("passwords");
    }

    Path certificates() {
        return secretDirectory().resolve("tls");
    }

    Path issuer() {
        return secretDirectory().resolve("issuer.json");
    }

    Path configuration() {
        return secretDirectory().resolve("gatehouse.yaml");
    }

    boolean hasKeys() {
        return Files.exists(keys().resolve("signing.key"));
    }

    private Path secretDirectory() {
        return data.resolveSibling(data.getFileName() + ".keys");
    }

    /// Removes everything; for a demo that is not kept.
    void remove() throws IOException {
        for (Path directory : List.of(data, secretDirectory())) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
