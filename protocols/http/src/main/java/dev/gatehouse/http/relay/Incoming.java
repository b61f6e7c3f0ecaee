package dev.gatehouse.http.relay;

import dev.gatehouse.http.wire.Framing;
import dev.gatehouse.http.wire.MalformedHttp;
import dev.gatehouse.model.Slice;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Cuts heads and bodies out of the bytes that come in. One thread.
final class Incoming {
    /// A head may be this long, and a chunk's first line or a trailer shorter.
    static final int MOST_HEAD = 64 * 1024;

    private static final int BUFFER = 16 * 1024;
    private static final int MOST_LINE = 256;
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    /// Where bytes come from: at least one, or -1 at the end.
    @FunctionalInterface
    interface Source {
        int read(byte[] buffer, int offset, int length) throws IOException;
    }

    private final Source source;
    private byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;

    Incoming(Source source) {
        this.source = source;
    }

    /// A whole head with the empty line at its end; nothing when the other side closed before it began one.
    Optional<Slice> head() throws IOException, MalformedHttp {
        int looked = from;
        while (true) {
            int end = endOfHead(looked);
            if (end >= 0) {
                var head = Slice.copyOf(buffer, from, end - from);
                from = end;
                return Optional.of(head);
            }
            looked = Math.max(from, to - END_OF_HEAD.length + 1);
            int behind = looked - from;
            if (to - from >= MOST_HEAD) {
                throw new MalformedHttp("The headers are longer than " + MOST_HEAD + " bytes.");
            }
            if (!more()) {
                if (to > from) {
                    throw new EOFException("the end in the middle of a head");
                }
                return Optional.empty();
            }
            looked = from + behind;
        }
    }

    private int endOfHead(int start) {
        for (int i = start; i + END_OF_HEAD.length <= to; i++) {
            if (Arrays.equals(buffer, i, i + END_OF_HEAD.length, END_OF_HEAD, 0, END_OF_HEAD.length)) {
                return i + END_OF_HEAD.length;
            }
        }
        return -1;
    }

    /// Reads on, behind what is there. Moves the bytes to the front.
    private boolean more() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            from = 0;
        }
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = source.read(buffer, to, buffer.length - to);
        if (read > 0) {
            to += read;
        }
        return read > 0;
    }

    /// The body of the message whose head was read last. Read it to its end before the next head. Its reads throw
    /// [Broken] where it does not end as it should.
    InputStream body(Framing framing) {
        return switch (framing) {
            case Framing.Empty _ -> InputStream.nullInputStream();
            case Framing.Length(long bytes) -> new Body(bytes, false);
            case Framing.Chunked _ -> new Body(0, true);
            case Framing.UntilClose _ -> new Body(Long.MAX_VALUE, false);
        };
    }

    /// A body that is cut off, or whose chunks are not what they should be.
    static final class Broken extends IOException {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }
    }

    private int take(byte[] into, int offset, int length) throws IOException {
        if (from == to && !more()) {
            return -1;
        }
        int taken = Math.min(length, to - from);
        System.arraycopy(buffer, from, into, offset, taken);
        from += taken;
        return taken;
    }

    private String line() throws IOException {
        for (int i = from; ; i++) {
            if (i - from > MOST_LINE) {
                throw new Broken("a line of a chunked body is too long");
            }
            if (i + 1 >= to) {
                int behind = i - from;
                if (!more()) {
                    throw new Broken("the body ends in the middle");
                }
                i = from + behind - 1;
            } else if (buffer[i] == '\r' && buffer[i + 1] == '\n') {
                var line = new String(buffer, from, i - from, StandardCharsets.ISO_8859_1);
                from = i + 2;
                return line;
            } else if (buffer[i] == '\r' || buffer[i] == '\n') {
                throw new Broken("a line of a chunked body does not end with CR LF");
            }
        }
    }

    private final class Body extends InputStream {
        private final boolean chunked;
        private final boolean untilClose;
        private boolean first = true;
        private boolean ended;
        private long left;

        Body(long left, boolean chunked) {
            this.left = left;
            this.chunked = chunked;
            untilClose = left == Long.MAX_VALUE;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left == 0 && chunked && !ended) {
                nextChunk();
            }
            if (left == 0 || ended) {
                return -1;
            }
            int read = take(into, offset, (int) Math.min(left, length));
            if (read < 0) {
                if (!untilClose) {
                    throw new Broken("the body ends in the middle");
                }
                ended = true;
                return -1;
            }
            if (!untilClose) {
                left -= read;
            }
            return read;
        }

        private void nextChunk() throws IOException {
            if (!first && !line().isEmpty()) {
                throw new Broken("a chunk is longer than it says");
            }
            first = false;
            try {
                left = Framing.chunkSize(line());
            } catch (MalformedHttp malformed) {
                throw new Broken(malformed.text());
            }
            if (left == 0) {
                ended = true;
                if (!line().isEmpty()) {
                    throw new Broken("fields after a chunked body are not understood");
                }
            }
        }
    }
}
