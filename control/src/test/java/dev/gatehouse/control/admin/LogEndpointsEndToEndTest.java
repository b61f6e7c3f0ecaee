package dev.gatehouse.control.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogEndpointsEndToEndTest {
    @TempDir
    Path folder;

    @Test
    void checkpointAndTilesAreServedAsTheyAre() throws IOException {
        Path log = log();
        try (var api = new ApiOverHttp(Optional.of(log))) {
            assertThat(api.get("/log/checkpoint", "ada").body()).isEqualTo("signed");
            assertThat(api.get("/log/tile/entries/x001/234.p/7", "ada").body()).isEqualTo("bundle");
            assertThat(api.get("/log/tile/0/000", "ada").statusCode()).isEqualTo(404);
            assertThat(api.get("/log/checkpoint", "").statusCode()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/log/tile/..%2f..%2fgateway.keys",
                "/log/tile/%2e%2e/%2e%2e/gateway.keys",
                "/log/tile/0/000/..%2f..%2f..%2f..%2fgateway.keys",
                "/log/tile/0/000%00",
                "/log/tile//0/000",
                "/log/gateway.keys",
                "/log/..%2fgateway.keys",
            })
    void nothingButTilesIsServed(String path) throws IOException {
        try (var api = new ApiOverHttp(Optional.of(log()))) {
            var response = api.get(path, "ada");

            assertThat(response.statusCode()).isIn(400, 404);
            assertThat(response.body()).doesNotContain("master");
        }
    }

    private Path log() throws IOException {
        Path log = folder.resolve("data/log");
        Path bundle = log.resolve("tile/entries/x001/234.p/7");
        Files.createDirectories(bundle.getParent());
        Files.writeString(bundle, "bundle");
        Files.writeString(log.resolve("checkpoint"), "signed");
        Files.writeString(folder.resolve("gateway.keys"), "master");
        Files.writeString(log.resolve("gateway.keys"), "master");
        return log;
    }
}
