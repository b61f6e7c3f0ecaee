package dev.gatehouse.cli.detect;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Lines of bytes, read as they come. A line's array is valid until the next one is read.
final class Lines {
    private static final int BUFFER = 64 * 1024;
    private final InputStream in;
    private final int longest;
    private byte[] buffer = new byte[BUFFER];
    private int next;
    private int filled;
    private int lineStart;
    private int lineLength;

    /// @param longest in bytes; longer lines are skipped, and said to be too long
    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    enum Next {
        LINE,
        TOO_LONG,
        END
    }

    Next next() throws IOException {
        int searched = next;
        boolean tooLong = false;
        while (true) {
            for (int i = searched; i < filled; i++) {
                if (buffer[i] == '\n') {
                    settle(next, i);
                    next = i + 1;
                    return tooLong ? Next.TOO_LONG : Next.LINE;
                }
            }
            if (filled - next > longest) {
                tooLong = true;
                next = filled;
            }
            searched = filled - next;
            if (!fill()) {
                boolean some = filled > next;
                settle(next, filled);
                next = filled;
                return tooLong ? Next.TOO_LONG : some ? Next.LINE : Next.END;
            }
        }
    }

    private void settle(int from, int to) {
        lineStart = from;
        lineLength = to > from && buffer[to - 1] == '\r' ? to - 1 - from : to - from;
    }

    /// Moves what is unread to the front and reads more behind it.
    private boolean fill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        filled -= next;
        next = 0;
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, read);
        return read > 0;
    }

    byte[] array() {
        return buffer;
    }

    int start() {
        return lineStart;
    }

    int length() {
        return lineLength;
    }

    /// Whether more is known to be there without waiting for it.
    boolean ready() throws IOException {
        return next < filled || in.available() > 0;
    }
}
