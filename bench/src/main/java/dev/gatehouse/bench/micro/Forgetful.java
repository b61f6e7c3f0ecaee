package dev.gatehouse.bench.micro;

import dev.gatehouse.model.Id;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Durability;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.Recorder;
import dev.gatehouse.recording.SessionRecording;

/// Keeps nothing, so that a step is measured without the record.
final class Forgetful implements Recorder {
    @Override
    public SessionRecording open(Id session) {
        return new SessionRecording() {
            @Override
            public void append(Event event, Durability durability, Content... contents) {
                // Forgotten.
            }

            @Override
            public void close() {
                // Nothing was opened.
            }
        };
    }

    @Override
    public void append(Event event, Durability durability, Content... contents) {
        // Forgotten.
    }
}
