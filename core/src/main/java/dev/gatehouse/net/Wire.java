package dev.gatehouse.net;

import java.io.Closeable;
import java.io.IOException;

/// A duplex byte stream to a client or a target.
///
/// One thread may read while another writes; two readers or two writers at once must agree among themselves. Closing
/// from any thread ends a blocked read with an [IOException] or end of stream.
public interface Wire extends Closeable {
    /// Reads at least one byte and at most `length`; -1 at the end of the stream. Blocks.
    int read(byte[] buffer, int offset, int length) throws IOException;

    /// Writes all bytes before it returns. Blocks while the peer does not read.
    void write(byte[] buffer, int offset, int length) throws IOException;

    /// Whether bytes travel encrypted and the peer's or our own certificate was checked as configured.
    boolean encrypted();

    /// The other end as text, `address:port`.
    String peer();

    /// How long a read may wait, in milliseconds; 0 for ever. A read that waits longer fails with a
    /// [java.net.SocketTimeoutException].
    void timeout(int milliseconds) throws IOException;

    /// The other end has logged in: it no longer counts among those who wait to.
    default void admitted() {}

    @Override
    void close();
}
