package dev.gatehouse.server.metrics;

import dev.gatehouse.model.Id;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Durability;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorder;
import dev.gatehouse.recording.SessionRecording;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Counts what it hands on to the record. Thread-safe.
public final class CountingRecorder implements Recorder {
    private final Recorder recorder;
    private final Metrics metrics;
    private final AtomicInteger held = new AtomicInteger();
    private final Map<String, Counters> connections = new ConcurrentHashMap<>();
    private final Map<String, Counter> refused = new ConcurrentHashMap<>();

    public CountingRecorder(Recorder recorder, Metrics metrics) {
        this.recorder = recorder;
        this.metrics = metrics;
        metrics.gauge(Metric.HELD, held, AtomicInteger::get);
    }

    @Override
    public SessionRecording open(Id session) {
        return new Counted(recorder.open(session));
    }

    @Override
    public void append(Event event, Durability durability, Content... contents) {
        recorder.append(event, durability, contents);
        if (event instanceof Event.LoginRefused login) {
            refused.computeIfAbsent(login.reason(), reason -> metrics.counter(Metric.LOGINS_REFUSED, reason))
                    .increment((double) login.count());
        }
    }

    /// One connection's counters, looked up once in a session.
    private final class Counters {
        private final Counter started;
        private final Counter rows;
        private final Counter bytes;
        private final Map<String, Counter> decisions = new ConcurrentHashMap<>();
        private final Map<String, Timer> durations = new ConcurrentHashMap<>();
        private final Function<String, Counter> decision;
        private final Function<String, Timer> duration;

        Counters(String connection) {
            started = metrics.counter(Metric.SESSIONS_STARTED, connection);
            rows = metrics.counter(Metric.ROWS, connection);
            bytes = metrics.counter(Metric.BYTES, connection);
            decision = word -> metrics.counter(Metric.OPERATIONS, connection, word);
            duration = outcome -> metrics.timer(Metric.DURATION, connection, outcome);
        }

        void decided(String word) {
            decisions.computeIfAbsent(word, decision).increment();
        }

        void answered(Event.Answered answered) {
            rows.increment((double) answered.rows());
            durations.computeIfAbsent(answered.outcome(), duration).record(Duration.ofNanos(1000 * answered.micros()));
        }
    }

    private final class Counted implements SessionRecording {
        private final SessionRecording recording;
        private final Set<Id> waiting = ConcurrentHashMap.newKeySet();
        private volatile @Nullable Counters counters;

        Counted(SessionRecording recording) {
            this.recording = recording;
        }

        @Override
        public void append(Event event, Durability durability, Content... contents) {
            recording.append(event, durability, contents);
            if (event instanceof Event.SessionStarted started) {
                var own = connections.computeIfAbsent(started.connection(), Counters::new);
                own.started.increment();
                counters = own;
            }
            var known = counters;
            if (known != null) {
                count(event, known);
            }
        }

        private void count(Event event, Counters counters) {
            switch (event) {
                case Event.Decided decided -> decided(decided, counters);
                case Event.HoldAnswered answered -> released(answered.operation());
                case Event.Answered answered -> counters.answered(answered);
                case Event.Delivered delivered -> counters.bytes.increment((double) delivered.bytes());
                default -> {}
            }
        }

        private void decided(Event.Decided decided, Counters counters) {
            counters.decided(decided.decision());
            if (decided.decision().equals("hold")) {
                if (waiting.add(decided.operation())) {
                    held.incrementAndGet();
                }
            } else {
                released(decided.operation());
            }
        }

        private void released(Id operation) {
            if (waiting.remove(operation)) {
                held.decrementAndGet();
            }
        }

        @Override
        public void close() {
            waiting.forEach(this::released);
            recording.close();
        }
    }
}
