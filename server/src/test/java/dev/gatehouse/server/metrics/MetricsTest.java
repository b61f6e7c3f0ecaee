package dev.gatehouse.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Sessions;
import dev.gatehouse.model.Id;
import dev.gatehouse.net.Buffers;
import dev.gatehouse.net.Threads;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Durability;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorder;
import dev.gatehouse.recording.SessionRecording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "metrics.md");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Id SESSION = new Id(0, 1);
    private static final Id OPERATION = new Id(0, 2);

    private final Metrics metrics = new Metrics();
    private final CountingRecorder recorder = new CountingRecorder(new Forgetting(), metrics);

    /// Keeps nothing.
    private static final class Forgetting implements Recorder {
        @Override
        public SessionRecording open(Id session) {
            return new SessionRecording() {
                @Override
                public void append(Event event, Durability durability, Content... contents) {}

                @Override
                public void close() {}
            };
        }

        @Override
        public void append(Event event, Durability durability, Content... contents) {}
    }

    private static void tell(SessionRecording recording, Event event) {
        recording.append(event, Durability.BUFFERED);
    }

    private SessionRecording session() {
        var recording = recorder.open(SESSION);
        tell(recording, new Event.SessionStarted(NOON, SESSION, "shop"));
        return recording;
    }

    private void work() {
        var recording = session();
        tell(recording, new Event.Decided(NOON, SESSION, OPERATION, "allow", List.of()));
        tell(recording, new Event.Answered(NOON, SESSION, OPERATION, "ok", 7, 70, 1500));
        tell(recording, new Event.Delivered(NOON, SESSION, 0, 80));
        recorder.append(new Event.LoginRefused(NOON, OPERATION, "wrong-secret", 3), Durability.BUFFERED);
    }

    @Test
    void whatIsRecordedIsCounted() {
        work();
        assertThat(metrics.text())
                .contains("gatehouse_sessions_started_total{connection=\"shop\"} 1.0")
                .contains("gatehouse_operations_total{connection=\"shop\",decision=\"allow\"} 1.0")
                .contains("gatehouse_rows_total{connection=\"shop\"} 7.0")
                .contains("gatehouse_delivered_bytes_total{connection=\"shop\"} 80.0")
                .contains("gatehouse_logins_refused_total{reason=\"wrong-secret\"} 3.0")
                .contains("gatehouse_operation_seconds_count{connection=\"shop\",outcome=\"ok\"} 1");
    }

    @Test
    void whatIsHeldCountsUntilItIsAnsweredOrItsSessionEnds() {
        var recording = session();
        tell(recording, new Event.Decided(NOON, SESSION, OPERATION, "hold", List.of()));
        tell(recording, new Event.Decided(NOON, SESSION, new Id(0, 3), "hold", List.of()));
        assertThat(metrics.text()).contains("gatehouse_operations_held 2.0");
        tell(recording, new Event.HoldAnswered(NOON, SESSION, OPERATION, OPERATION, "granted"));
        assertThat(metrics.text()).contains("gatehouse_operations_held 1.0");
        recording.close();
        assertThat(metrics.text()).contains("gatehouse_operations_held 0.0");
    }

    @Test
    void everythingOnThePageIsThere() {
        metrics.watch(new Sessions());
        metrics.watch(new Buffers(1, 1));
        metrics.watch(new Threads(1, _ -> {}));
        metrics.ready(() -> true);
        metrics.loginsWaiting("postgres", 3, waiting -> waiting);
        metrics.synced(Duration.ofMillis(2));
        work();
        String text = metrics.text();
        for (Metric metric : Metric.values()) {
            if (metric != Metric.ENTRIES && metric != Metric.RECORD_FAILED) {
                assertThat(text).contains("# HELP " + metric.shown() + " ").contains(metric.shown());
            }
        }
    }

    /// After a change, run with `-Dgatehouse.rewrite=true` and commit what it wrote.
    @Test
    void thePageFollowsTheProgram() throws IOException {
        if (Boolean.getBoolean("gatehouse.rewrite")) {
            Files.writeString(PAGE, MetricsPage.markdown());
        }
        assertThat(PAGE).hasContent(MetricsPage.markdown());
    }
}
