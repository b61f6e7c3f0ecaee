package dev.gatehouse.cli.play;

/// Turns delivered bytes into lines for a reader. Fed in pieces of any size, by one thread.
interface Decoder {
    void feed(byte[] bytes, int offset, int length);

    /// Bytes are missing here: whatever was begun is given up.
    void gap();

    /// Writes whatever is still being gathered.
    void flush();
}
