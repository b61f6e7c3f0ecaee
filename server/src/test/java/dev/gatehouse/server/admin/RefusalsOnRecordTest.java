package dev.gatehouse.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.control.identity.RefusedLogins;
import dev.gatehouse.model.Id;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Durability;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorder;
import dev.gatehouse.recording.SessionRecording;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsOnRecordTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private final List<Event> events = new ArrayList<>();
    private final Recorder recorder = new Recorder() {
        @Override
        public SessionRecording open(Id session) {
            throw new UnsupportedOperationException("no session here");
        }

        @Override
        public void append(Event event, Durability durability, Content... contents) {
            events.add(event);
        }
    };
    private final RefusedLogins refused = new RefusedLogins(new byte[32], CLOCK);
    private final RefusalsOnRecord refusals = new RefusalsOnRecord(refused, recorder, CLOCK);

    @Test
    void aFloodIsOneEntryWithTheFirstReference() {
        for (int i = 0; i < 500; i++) {
            refused.add("192.0.2.1", "ada", "throttled", new Id(1, i));
        }
        refusals.write();
        refusals.write();
        assertThat(events).containsExactly(new Event.LoginRefused(NOW, new Id(1, 0), "throttled", 500));
    }

    @Test
    void differentReasonsOfOneUserAreStillOneEntry() {
        refused.add("192.0.2.1", "ada", "expired", new Id(1, 1));
        refused.add("192.0.2.1", "ada", "throttled", new Id(1, 2));
        refusals.close();
        assertThat(events).containsExactly(new Event.LoginRefused(NOW, new Id(1, 1), "several", 2));
    }
}
