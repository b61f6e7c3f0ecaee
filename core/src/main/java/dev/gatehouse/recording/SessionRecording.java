package dev.gatehouse.recording;

/// The recording of one session. Safe for any thread; events keep the order in which they were appended.
public interface SessionRecording extends AutoCloseable {
    /// Records `event` and `contents`, and returns once they are as durable as asked for. The bytes of the contents may
    /// be overwritten afterwards.
    ///
    /// @throws RecordingFailed if it cannot be recorded; then it must not happen
    void append(Event event, Durability durability, Content... contents);

    /// Hands on what is still buffered; nothing can be appended afterwards.
    @Override
    void close();
}
