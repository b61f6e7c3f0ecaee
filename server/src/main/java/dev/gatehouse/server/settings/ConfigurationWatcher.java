package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.yaml.YamlFiles;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices that a configuration's files have changed, and loads them.
///
/// It looks at their bytes, so links that are switched over, as Kubernetes does, and edits within one second count too.
/// A change is loaded once it has stayed the same for one further look, so that no half-written file is. What a bad
/// load
/// means is up to whoever is called. Thread-safe.
public final class ConfigurationWatcher implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationWatcher.class);

    private final Path file;
    private final SettingsLoader loader;
    private final Consumer<Loaded> changed;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private List<Path> files;
    private String known;
    private String seen;

    /// Watches nothing before [#start].
    ///
    /// @param first what is in force now
    /// @param changed called with each load, good or bad, on the watcher's thread
    public ConfigurationWatcher(Path file, Loaded first, SettingsLoader loader, Consumer<Loaded> changed) {
        this.file = file;
        this.loader = loader;
        this.changed = changed;
        files = first.source().files();
        known = first.digest();
        seen = known;
    }

    /// Looks every `interval`, on a daemon thread, until closed.
    public void start(Duration interval) {
        thread = Thread.ofPlatform().daemon().name("configuration").start(() -> watch(interval));
    }

    private void watch(Duration interval) {
        try {
            while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                lookSafely();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /// The watcher must outlive whatever goes wrong in one reload.
    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException failure) {
            LOG.error("the configuration could not be reloaded; the old one stays in force", failure);
        }
    }

    /// Looks once. Loads when the files differ from what was loaded last and have not changed since the look before.
    public synchronized void look() {
        var now = YamlFiles.digestOf(files);
        boolean settled = now.equals(seen);
        seen = now;
        if (settled && !now.equals(known)) {
            reload();
        }
    }

    /// Loads at once, whether or not anything changed: for SIGHUP.
    public synchronized void reload() {
        var loaded = loader.load(file);
        files = loaded.source().files();
        known = loaded.digest();
        seen = known;
        changed.accept(loaded);
    }

    /// Returns when no call is under way any more, unless it is called from one.
    @Override
    public void close() {
        closed.countDown();
        var watching = thread;
        if (watching != null && !watching.equals(Thread.currentThread())) {
            waitFor(watching);
        }
    }

    private static void waitFor(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
