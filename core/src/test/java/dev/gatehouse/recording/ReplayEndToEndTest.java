package dev.gatehouse.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.Id;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayEndToEndTest {
    @TempDir
    Path directory;

    @Test
    void replayIsByteForByteWhatTheClientReceived() throws IOException {
        var record = new RecordFixture(directory);
        Id session = record.id();
        String received;
        try (LogRecorder recorder = record.open()) {
            received = record.session(recorder, session, 300);
        }
        assertThat(received).startsWith("row 0\nrow 1\n");
        assertThat(record.replay(session)).isEqualTo(received);
    }

    @Test
    void aRunningGatewaysRecordCanBeRead() throws IOException {
        var record = new RecordFixture(directory);
        Id session = record.id();
        try (LogRecorder recorder = record.open()) {
            String received = record.session(recorder, session, 100);
            recorder.settle();
            received += record.session(recorder, session, 0);
            assertThat(record.replay(session)).isEqualTo(received);
        }
    }

    @Test
    void aSessionIsListedWithItsCounts() throws IOException {
        var record = new RecordFixture(directory);
        Id session = record.id();
        try (LogRecorder recorder = record.open()) {
            record.session(recorder, session, 3);
        }
        try (var reader = new RecordingReader(record.data, record.keys)) {
            List<SessionSummary> sessions = reader.sessions();
            assertThat(sessions).hasSize(1);
            assertThat(sessions.getFirst().operations()).isEqualTo(3);
            assertThat(sessions.getFirst().connection()).isEqualTo("shop");
            assertThat(sessions.getFirst().ended()).contains(RecordFixture.NOON);
            assertThat(reader.events(session)
                            .getFirst()
                            .contents()
                            .getFirst()
                            .bytesOrEmpty()
                            .utf8())
                    .isEqualTo("ada@example.com");
        }
    }

    @Test
    void twoGatewaysNeverShareADataDirectory() throws IOException {
        var record = new RecordFixture(directory);
        try (LogRecorder recorder = record.open()) {
            assertThatThrownBy(record::open)
                    .hasMessageContaining("Another gateway is using")
                    .hasMessageContaining("gateway.data");
            assertThat(recorder.size()).isZero();
        }
    }

    @Test
    void aSessionThatNeverEndedIsEndedAtTheNextStart() throws IOException {
        var record = new RecordFixture(directory);
        Id session = record.id();
        try (LogRecorder recorder = record.open()) {
            recorder.open(session)
                    .append(new Event.SessionStarted(RecordFixture.NOON, session, "shop"), Durability.WRITTEN);
        }
        record.open().close();
        try (var reader = new RecordingReader(record.data, record.keys)) {
            assertThat(reader.sessions().getFirst().endReason()).isEqualTo("lost");
        }
    }
}
