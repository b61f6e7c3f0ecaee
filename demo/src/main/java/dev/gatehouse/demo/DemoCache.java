package dev.gatehouse.demo;

import java.io.IOException;
import java.nio.file.Path;

/// Where unpacked programs are kept between runs: `$XDG_CACHE_HOME/gatehouse` or `~/.cache/gatehouse`.
///
/// Root's is `/var/cache/gatehouse`: the account that runs the server for root may not look into root's home.
final class DemoCache {

    private DemoCache() {}

    static Path directory() throws IOException {
        if (ServerUser.isRoot()) {
            return Path.of("/var/cache/gatehouse");
        }
        String configured = System.getenv("XDG_CACHE_HOME");
        return configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache", "gatehouse")
                : Path.of(configured, "gatehouse");
    }
}
