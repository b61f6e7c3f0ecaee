package dev.gatehouse.server.metrics;

import dev.gatehouse.gateway.Sessions;
import dev.gatehouse.net.Buffers;
import dev.gatehouse.net.Threads;
import dev.gatehouse.recording.LogRecorder;
import dev.gatehouse.recording.log.Syncs;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;

/// Everything in [Metric], counted and shown in Prometheus' text form. Thread-safe.
public final class Metrics implements dev.gatehouse.control.admin.ports.Metrics, Syncs {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Timer sync =
            Timer.builder(Metric.SYNC.id()).description(Metric.SYNC.about()).register(registry);

    public Metrics() {
        new JvmMemoryMetrics().bindTo(registry);
    }

    @Override
    public String text() {
        return registry.scrape();
    }

    @Override
    public void synced(Duration took) {
        sync.record(took);
    }

    public void watch(LogRecorder recorder) {
        gauge(Metric.ENTRIES, recorder, LogRecorder::size);
        gauge(Metric.RECORD_FAILED, recorder, record -> record.failed() ? 1 : 0);
    }

    public void watch(Sessions sessions) {
        gauge(Metric.SESSIONS, sessions, open -> open.list().size());
        FunctionCounter.builder(Metric.MASKED.id(), sessions, Sessions::maskedCells)
                .description(Metric.MASKED.about())
                .register(registry);
    }

    public void watch(Buffers buffers) {
        gauge(Metric.BUFFERS, buffers, Buffers::lent, "lent");
        gauge(Metric.BUFFERS, buffers, Buffers::kept, "kept");
        gauge(Metric.LARGE, buffers, Buffers::large);
    }

    public void watch(Threads threads) {
        gauge(Metric.THREADS, threads, Threads::alive);
    }

    public void ready(BooleanSupplier ready) {
        gauge(Metric.READY, ready, now -> now.getAsBoolean() ? 1 : 0);
    }

    /// @param waiting is kept, and asked at each scrape
    public <T> void loginsWaiting(String listener, T waiting, ToDoubleFunction<T> count) {
        gauge(Metric.LOGINS_WAITING, waiting, count, listener);
    }

    <T> void gauge(Metric metric, T of, ToDoubleFunction<T> value, String... labels) {
        Gauge.builder(metric.id(), of, value)
                .description(metric.about())
                .tags(tags(metric, labels))
                .strongReference(true)
                .register(registry);
    }

    Counter counter(Metric metric, String... labels) {
        return Counter.builder(metric.id())
                .description(metric.about())
                .tags(tags(metric, labels))
                .register(registry);
    }

    Timer timer(Metric metric, String... labels) {
        return Timer.builder(metric.id())
                .description(metric.about())
                .tags(tags(metric, labels))
                .register(registry);
    }

    private static Tags tags(Metric metric, String... labels) {
        if (labels.length != metric.labels().size()) {
            throw new IllegalArgumentException(metric + " has the labels " + metric.labels());
        }
        var tags = Tags.empty();
        for (int i = 0; i < labels.length; i++) {
            tags = tags.and(metric.labels().get(i), labels[i]);
        }
        return tags;
    }
}
