package dev.gatehouse.server.admin;

import dev.gatehouse.control.identity.RefusedLogins;
import dev.gatehouse.control.identity.RefusedLogins.Aggregate;
import dev.gatehouse.recording.Durability;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorder;
import dev.gatehouse.recording.RecordingFailed;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Writes gathered refusals into the record once a second, from a thread of its own, and a last time when closed.
public final class RefusalsOnRecord implements AutoCloseable {
    private static final long EVERY_SECONDS = 1;

    private final RefusedLogins refused;
    private final Recorder recorder;
    private final InstantSource clock;
    private final CountDownLatch closed = new CountDownLatch(1);

    public RefusalsOnRecord(RefusedLogins refused, Recorder recorder, InstantSource clock) {
        this.refused = refused;
        this.recorder = recorder;
        this.clock = clock;
    }

    public void start() {
        Thread.ofPlatform().daemon().name("refusals").start(this::run);
    }

    private void run() {
        try {
            while (!closed.await(EVERY_SECONDS, TimeUnit.SECONDS)) {
                write();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (RecordingFailed failed) {
            // The recorder itself says loudly that it failed, and the clients were refused already.
            closed.countDown();
        }
    }

    /// Writes what was gathered since the last time.
    public void write() {
        for (Aggregate aggregate : refused.drain()) {
            var reference = aggregate.references().getFirst();
            String reason = aggregate.reasons().size() == 1
                    ? aggregate.reasons().keySet().iterator().next()
                    : "several";
            recorder.append(
                    new Event.LoginRefused(clock.instant(), reference, reason, aggregate.count()),
                    Durability.BUFFERED,
                    Notes.of(details(aggregate)));
        }
    }

    private static Map<String, String> details(Aggregate aggregate) {
        return Map.of(
                "source", aggregate.source().toString(),
                "userHash", aggregate.userHash(),
                "reasons", joined(aggregate.reasons()),
                "references",
                        aggregate.references().stream().map(Object::toString).collect(Collectors.joining(" ")),
                "first", aggregate.first().toString(),
                "last", aggregate.last().toString());
    }

    private static String joined(Map<String, Integer> reasons) {
        return reasons.entrySet().stream()
                .map(reason -> reason.getKey() + "=" + reason.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Override
    public void close() {
        closed.countDown();
        write();
    }
}
