package dev.gatehouse.recording.log;

import java.io.Closeable;
import java.io.IOException;

/// A file that only grows. Writing is for one thread at a time; [#force] may run beside it.
public interface AppendFile extends Closeable {
    /// Hands the bytes to the operating system: afterwards they survive the end of this process.
    void write(byte[] bytes, int offset, int length) throws IOException;

    /// Makes everything written so far survive a loss of power.
    void force() throws IOException;

    /// Takes back what was written beyond `length`, and room that was prepared behind it.
    void truncate(long length) throws IOException;

    long length();
}
