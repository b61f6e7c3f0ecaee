package dev.gatehouse.recording.log;

import java.io.IOException;
import java.nio.file.Path;

/// The writing side's view of the file system: small enough that a test can fail its n-th operation.
public interface Disk {
    /// Opens `file` for appending at its end, creating it and its directories.
    AppendFile append(Path file) throws IOException;

    /// Puts `content` at `file` in one step: whoever reads sees the old file or the whole new one.
    void replace(Path file, byte[] content) throws IOException;

    /// As [#replace], and after a loss of power, too, it is the old file or the whole new one; [#force] of its
    /// directory
    /// makes sure that it is the new one.
    void replaceDurably(Path file, byte[] content) throws IOException;

    /// Makes the content of `file` (or the names in a directory) survive a loss of power.
    void force(Path file) throws IOException;

    /// Overwrites bytes inside `file` and forces them.
    void overwrite(Path file, long position, byte[] content) throws IOException;

    /// Cuts `file` to `length` bytes and forces it.
    void truncate(Path file, long length) throws IOException;

    /// Deletes `file` if it is there.
    void delete(Path file) throws IOException;
}
