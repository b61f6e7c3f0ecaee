package dev.gatehouse.server;

import dev.gatehouse.model.Id;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Durability;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.LogRecorder;
import dev.gatehouse.recording.Recorder;
import dev.gatehouse.recording.RecordingFailed;
import dev.gatehouse.recording.SessionRecording;

/// The real recorder, until a test says that it cannot write.
final class BreakableRecorder implements Recorder, AutoCloseable {
    private final LogRecorder real;
    private volatile boolean broken;

    BreakableRecorder(LogRecorder real) {
        this.real = real;
    }

    void breakNow() {
        broken = true;
    }

    void mend() {
        broken = false;
    }

    /// Makes readable whatever was appended.
    void settle() {
        real.settle();
    }

    private void unlessBroken() {
        if (broken) {
            throw new RecordingFailed(new java.io.IOException("no space left"));
        }
    }

    @Override
    public SessionRecording open(Id session) {
        unlessBroken();
        var recording = real.open(session);
        return new SessionRecording() {
            @Override
            public void append(Event event, Durability durability, Content... contents) {
                unlessBroken();
                recording.append(event, durability, contents);
            }

            @Override
            public void close() {
                recording.close();
            }
        };
    }

    @Override
    public void append(Event event, Durability durability, Content... contents) {
        unlessBroken();
        real.append(event, durability, contents);
    }

    @Override
    public void close() throws java.io.IOException {
        real.close();
    }
}
