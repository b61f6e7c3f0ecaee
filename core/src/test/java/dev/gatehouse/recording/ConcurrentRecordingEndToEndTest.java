package dev.gatehouse.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.Id;
import dev.gatehouse.recording.log.LocalDisk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many sessions at once, journals that are replaced all the time, and a verifier that looks on.
class ConcurrentRecordingEndToEndTest {
    private static final int SESSIONS = 8;
    private static final int STATEMENTS = 150;

    @TempDir
    Path directory;

    @Test
    void sessionsAtTheSameTimeAreRecordedWholeWhileSomebodyVerifies() throws Exception {
        var record = new RecordFixture(directory);
        var settings = new RecorderSettings(RecorderSettings.Sync.GROUP, Duration.ofMillis(1), 10_000);
        Map<Id, String> received = new ConcurrentHashMap<>();
        List<Report> reports = new ArrayList<>();
        var working = new AtomicBoolean(true);
        try (LogRecorder recorder = record.open(new LocalDisk(), settings)) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                Id session = record.id();
                threads.add(Thread.ofPlatform()
                        .start(() -> received.put(session, record.session(recorder, session, STATEMENTS))));
            }
            Thread verifying = Thread.ofPlatform().start(() -> verifyWhile(working, record, reports));
            for (Thread thread : threads) {
                thread.join();
            }
            working.set(false);
            verifying.join();
        }
        assertThat(reports)
                .isNotEmpty()
                .allSatisfy(report -> assertThat(report.finding()).isEmpty());
        Report last = verify(record);
        assertThat(last.finding()).isEmpty();
        assertThat(last.entries()).isBetween(SESSIONS * (2 + 2L * STATEMENTS), SESSIONS * (2 + 4L * STATEMENTS));
        assertThat(events(record)).isEqualTo(SESSIONS * (2 + 4L * STATEMENTS));
        assertThat(received).hasSize(SESSIONS);
        for (Map.Entry<Id, String> each : received.entrySet()) {
            assertThat(record.replay(each.getKey())).isEqualTo(each.getValue());
        }
    }

    private static void verifyWhile(AtomicBoolean working, RecordFixture record, List<Report> reports) {
        try {
            while (working.get()) {
                reports.add(verify(record));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many there are; several may share an entry.
    private static long events(RecordFixture record) throws IOException {
        var count = new AtomicLong();
        try (var reader = new RecordingReader(record.data, record.keys)) {
            reader.allEvents(event -> false, event -> count.incrementAndGet());
        }
        return count.get();
    }

    private static Report verify(RecordFixture record) throws IOException {
        return Verifier.verify(record.data, Optional.of(record.keys.verifierKey()), Optional.empty());
    }
}
