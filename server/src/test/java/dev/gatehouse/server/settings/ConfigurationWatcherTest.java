package dev.gatehouse.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.control.rules.CelConditions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationWatcherTest {
    @TempDir
    Path directory;

    private final SettingsLoader loader = new SettingsLoader(new CelConditions());
    private final List<Loaded> loads = new ArrayList<>();

    private ConfigurationWatcher watcher(String text) throws IOException {
        var first = Example.load(directory, text);
        return new ConfigurationWatcher(directory.resolve("gatehouse.yaml"), first, loader, loads::add);
    }

    private void write(String text) throws IOException {
        Files.writeString(directory.resolve("gatehouse.yaml"), text);
    }

    @Test
    void aChangeIsLoadedOnceItHasSettled() throws IOException {
        try (var watcher = watcher(Example.MINIMAL)) {
            watcher.look();
            write(Example.MINIMAL.replace("id: all", "id:"));
            watcher.look();
            write(Example.MINIMAL.replace("id: all", "id: every"));
            watcher.look();
            assertThat(loads).isEmpty();
            watcher.look();
            watcher.look();
            assertThat(loads)
                    .singleElement()
                    .satisfies(loaded -> assertThat(loaded.settings()
                                    .orElseThrow()
                                    .rules()
                                    .getFirst()
                                    .id())
                            .isEqualTo("every"));
        }
    }

    @Test
    void anotherTimeOfTheSameBytesIsNoChange() throws IOException {
        try (var watcher = watcher(Example.MINIMAL)) {
            Files.setLastModifiedTime(directory.resolve("gatehouse.yaml"), FileTime.fromMillis(1));
            watcher.look();
            watcher.look();
            assertThat(loads).isEmpty();
        }
    }

    @Test
    void aBadFileIsHandedOverAsSuchAndAGoodOneAfterIt() throws IOException {
        try (var watcher = watcher(Example.MINIMAL)) {
            write("gateway: {");
            watcher.look();
            watcher.look();
            write(Example.MINIMAL);
            watcher.look();
            watcher.look();
            assertThat(loads)
                    .extracting(loaded -> loaded.settings().isPresent())
                    .containsExactly(false, true);
        }
    }

    @Test
    void aChangedIncludeCounts() throws IOException {
        var include = directory.resolve("more.yaml");
        Files.writeString(include, "rules: [ { id: more, then: deny } ]");
        try (var watcher = watcher(Example.MINIMAL + "include: more.yaml\n")) {
            Files.writeString(include, "rules: [ { id: less, then: deny } ]");
            watcher.look();
            watcher.look();
            assertThat(loads)
                    .singleElement()
                    .satisfies(
                            loaded -> assertThat(loaded.settings().orElseThrow().rules())
                                    .extracting(RuleSettings::id)
                                    .containsExactly("all", "less"));
        }
    }

    @Test
    void aReloadOnDemandLoadsEvenWithoutAChange() throws IOException {
        try (var watcher = watcher(Example.MINIMAL)) {
            watcher.reload();
            assertThat(loads).hasSize(1);
        }
    }

    @Test
    void theWatchersThreadOutlivesAFailingCallback() throws IOException, InterruptedException {
        var first = Example.load(directory, Example.MINIMAL);
        var twice = new CountDownLatch(2);
        var failing = new ConfigurationWatcher(directory.resolve("gatehouse.yaml"), first, loader, loaded -> {
            rewrite(loaded.digest());
            twice.countDown();
            throw new IllegalStateException("refused");
        });
        try (failing) {
            write("changed: 1");
            failing.start(Duration.ofMillis(5));
            assertThat(twice.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void rewrite(String text) {
        try {
            write(text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
