package dev.gatehouse.postgres.relay;

import dev.gatehouse.model.Id;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Durability;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorder;
import dev.gatehouse.recording.RecordingFailed;
import dev.gatehouse.recording.SessionRecording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A record in memory, whose disk can be broken.
final class MemoryRecorder implements Recorder {
    private final List<Event> events = new ArrayList<>();
    private final ByteArrayOutputStream delivered = new ByteArrayOutputStream();
    private boolean broken;

    synchronized void breakDisk() {
        broken = true;
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }

    /// What clients were given, according to the record.
    synchronized byte[] delivered() {
        return delivered.toByteArray();
    }

    @Override
    public SessionRecording open(Id session) {
        return new SessionRecording() {
            @Override
            public void append(Event event, Durability durability, Content... contents) {
                MemoryRecorder.this.append(event, durability, contents);
            }

            @Override
            public void close() {
                // Nothing is buffered.
            }
        };
    }

    @Override
    public synchronized void append(Event event, Durability durability, Content... contents) {
        if (broken) {
            throw new RecordingFailed(new IOException("no space left"));
        }
        events.add(event);
        for (Content content : contents) {
            if (content.kind() == Content.Kind.DELIVERED) {
                delivered.writeBytes(content.bytes().toBytes());
            }
        }
    }
}
