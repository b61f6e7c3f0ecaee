package dev.gatehouse.recording;

import dev.gatehouse.model.Id;

/// Takes down what happens. Safe for any thread.
public interface Recorder {
    /// Begins the recording of a client's session.
    SessionRecording open(Id session);

    /// Records what happens outside a session: start and stop, configuration, refused logins.
    ///
    /// @throws RecordingFailed if it cannot be recorded; then it must not happen
    void append(Event event, Durability durability, Content... contents);
}
