package dev.gatehouse.control.console;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells open pages that something they show has changed (server-sent events); they ask for it again
/// themselves, as whoever looks.
///
/// One thread looks, however many pages listen; every listener has a virtual thread that sleeps until there is
/// news. Thread-safe.
final class Live implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final long LOOK_MILLIS = 500;
    private static final long SILENCE_NANOS = 15_000_000_000L;
    private static final int MOST_LISTENERS = 2000;

    private final Map<String, Supplier<Object>> watched;
    private final Map<String, Long> versions = new LinkedHashMap<>();
    private final Map<String, Object> seen = new LinkedHashMap<>();
    private final Thread watcher;
    private int listeners;
    private boolean closed;

    /// @param watched by the name of the event: a cheap picture of what is shown, equal while nothing changed
    Live(Map<String, Supplier<Object>> watched) {
        this.watched = new LinkedHashMap<>(watched);
        this.watched.keySet().forEach(name -> versions.put(name, 0L));
        watcher = Thread.ofVirtual().name("console-live").unstarted(this::watch);
    }

    void start() {
        watcher.start();
    }

    private synchronized void watch() {
        try {
            while (!closed) {
                if (listeners > 0) {
                    look();
                    wait(LOOK_MILLIS);
                } else {
                    wait();
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        boolean news = false;
        for (var each : watched.entrySet()) {
            Object now = each.getValue().get();
            Object before = seen.put(each.getKey(), now);
            if (before != null && !before.equals(now)) {
                versions.merge(each.getKey(), 1L, Long::sum);
                news = true;
            }
        }
        if (news) {
            notifyAll();
        }
    }

    /// How much has changed so far; taken before a page is made, so that nothing is missed between the two.
    synchronized long version() {
        look();
        return total();
    }

    private long total() {
        return versions.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Sends events until the browser leaves or the gateway stops.
    ///
    /// @param since the version that the page was made at; whatever happened after it is told at once
    /// @param welcome whether the listener may still hear
    void serve(ServerResponse response, String since, Supplier<Boolean> welcome) {
        response.header(HeaderNames.CONTENT_TYPE, "text/event-stream");
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        Map<String, Long> known = enter(since);
        try (OutputStream out = response.outputStream()) {
            send(out, "retry: 2000\n\n");
            for (Map<String, Long> now = next(known); !now.isEmpty() && welcome.get(); now = next(known)) {
                send(out, events(known, now));
                known = now;
            }
        } catch (IOException left) {
            LOG.trace("a page was closed", left);
        } finally {
            leave();
        }
    }

    private static String events(Map<String, Long> known, Map<String, Long> now) {
        var text = new StringBuilder();
        now.forEach((name, version) -> {
            if (!version.equals(known.get(name))) {
                text.append("event: ")
                        .append(name)
                        .append("\ndata: ")
                        .append(version)
                        .append("\n\n");
            }
        });
        return text.isEmpty() ? ": still here\n\n" : text.toString();
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private synchronized Map<String, Long> enter(String since) {
        listeners++;
        if (listeners == 1) {
            notifyAll();
        }
        var known = new LinkedHashMap<>(versions);
        if (!since.equals(Long.toString(total()))) {
            known.replaceAll((_, version) -> version - 1);
        }
        return known;
    }

    private synchronized void leave() {
        listeners--;
    }

    /// Waits for news, or until a sign of life is due; empty when it is time to go.
    private synchronized Map<String, Long> next(Map<String, Long> known) {
        try {
            long until = System.nanoTime() + SILENCE_NANOS;
            long left = SILENCE_NANOS;
            while (!closed && left > 0 && versions.equals(known)) {
                wait(left / 1_000_000 + 1);
                left = until - System.nanoTime();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
        return closed || listeners > MOST_LISTENERS ? Map.of() : new LinkedHashMap<>(versions);
    }

    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
