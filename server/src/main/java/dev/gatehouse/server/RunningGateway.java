package dev.gatehouse.server;

import dev.gatehouse.server.settings.ConfigurationWatcher;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/// A gateway that serves, and how its owner stops it.
public final class RunningGateway implements AutoCloseable {
    private static final Set<String> SIGNALS = Set.of("SIGTERM handler", "SIGINT handler");
    private static final long LOOK_MILLIS = 200;

    private final Gateway gateway;
    private final ConfigurationWatcher watcher;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean closed;

    RunningGateway(Gateway gateway, ConfigurationWatcher watcher) {
        this.gateway = gateway;
        this.watcher = watcher;
    }

    /// Where a listener listens; an [IllegalArgumentException] when there is none of that name.
    public InetSocketAddress address(String listener) {
        return gateway.address(listener);
    }

    /// Where the console and the API are, if they are.
    public Optional<String> consoleUrl() {
        return Optional.ofNullable(gateway.listening().get("console"))
                .map(address -> "https://localhost:" + address.getPort());
    }

    /// The public key that verifies the log.
    public String logKey() {
        return gateway.logKey();
    }

    /// The digest of the configuration in force, once any load under way is done.
    String digestInForce() {
        return gateway.digestInForce();
    }

    public String readyLine() {
        return "Gatehouse is ready: "
                + String.join(
                        ", ",
                        gateway.listening().entrySet().stream()
                                .map(listener -> listener.getKey() + " on " + text(listener.getValue()))
                                .toList());
    }

    /// The same for programs: one JSON object that begins with `"ready":true`.
    public String readyJson() {
        var ready = new LinkedHashMap<String, Object>();
        ready.put("ready", true);
        gateway.listening().forEach((name, address) -> ready.put(name, text(address)));
        ready.put("logKey", logKey());
        return JsonMapper.shared().writeValueAsString(ready);
    }

    private static String text(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }

    /// Serves until the process is asked to stop (SIGTERM, Ctrl-C), lets busy sessions finish, stops in order, cleans
    /// up, and ends the process
    /// with
    /// exit code 0. Returns only when its thread is interrupted.
    ///
    /// @param cleanUp whatever else was started; the virtual machine waits for it, as it would not for this thread
    public void serveUntilStopped(Runnable cleanUp) {
        var hook = Thread.ofPlatform().name("stop").unstarted(() -> {
            Thread.ofPlatform().daemon().name("hurry").start(this::hurryWhenAskedAgain);
            gateway.drain(gateway.patience());
            close();
            cleanUp.run();
            // Being asked to stop is no failure; without this the exit code would be the signal's.
            Runtime.getRuntime().halt(0);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            stopped.await();
            hook.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            close();
        }
    }

    /// While busy sessions finish, whoever asks a second time does not want to wait for them. A second signal starts no
    /// second shutdown hook; all that shows of it is another thread of the virtual machine's own.
    private void hurryWhenAskedAgain() {
        try {
            while (!stopped.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (signals() > 1) {
                    gateway.hurry();
                    return;
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static long signals() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> SIGNALS.contains(thread.getName()))
                .count();
    }

    /// Ends the sessions at once and closes the record; the second call does nothing.
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            watcher.close();
            gateway.close();
            stopped.countDown();
        }
    }
}
