package dev.gatehouse.postgres.relay;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.sql.analysis.CopyOut;
import java.io.ByteArrayOutputStream;

/// How values are written so that they can hold delimiters and line ends. One thread; follows a line byte by byte.
sealed interface CopyQuoting {
    /// Whether the next byte of a line is part of a value whatever it is, and ends neither value nor line.
    boolean literal(byte one);

    /// What a value means as it is written.
    Slice plain(byte[] bytes, int from, int length);

    /// Writes a value so that it is read as one.
    void write(byte[] value, int size, MessageWriter out);

    static CopyQuoting of(CopyOut form) {
        return switch (form.form()) {
            case TEXT -> new Backslashes((byte) form.delimiter());
            case CSV -> new Quotes((byte) form.quote(), (byte) form.escape());
            case BINARY -> throw new IllegalArgumentException("binary rows have no lines");
        };
    }

    /// COPY's text format: special characters stand behind a backslash, some as letters.
    final class Backslashes implements CopyQuoting {
        private static final String LETTERS = "bfnrtv";
        private static final String MEANT = "\b\f\n\r\t\u000b";

        private final byte delimiter;
        private boolean escaped;

        Backslashes(byte delimiter) {
            this.delimiter = delimiter;
        }

        @Override
        public boolean literal(byte one) {
            boolean literal = escaped;
            escaped = !escaped && one == '\\';
            return literal;
        }

        @Override
        public Slice plain(byte[] bytes, int from, int length) {
            var plain = new ByteArrayOutputStream(length);
            for (int i = from; i < from + length; i++) {
                if (bytes[i] == '\\' && i + 1 < from + length) {
                    i++;
                    int special = LETTERS.indexOf(bytes[i]);
                    plain.write(special < 0 ? bytes[i] : MEANT.charAt(special));
                } else {
                    plain.write(bytes[i]);
                }
            }
            return Slice.of(plain.toByteArray());
        }

        @Override
        public void write(byte[] value, int size, MessageWriter out) {
            for (int i = 0; i < size; i++) {
                int special = MEANT.indexOf(value[i]);
                if (special >= 0) {
                    out.int8('\\').int8(LETTERS.charAt(special));
                } else {
                    if (value[i] == '\\' || value[i] == delimiter) {
                        out.int8('\\');
                    }
                    out.int8(value[i]);
                }
            }
        }
    }

    /// COPY's CSV format: quotes around what holds delimiters, quotes or line ends.
    final class Quotes implements CopyQuoting {
        private final byte quote;
        private final byte escape;
        private boolean quoted;
        private boolean escaped;

        Quotes(byte quote, byte escape) {
            this.quote = quote;
            this.escape = escape;
        }

        /// Two quotes in a row inside quotes are one: leaving and coming back is the same.
        @Override
        public boolean literal(byte one) {
            if (escaped) {
                escaped = false;
            } else if (quoted && one == escape && escape != quote) {
                escaped = true;
            } else if (one == quote) {
                quoted = !quoted;
            }
            return quoted;
        }

        @Override
        public Slice plain(byte[] bytes, int from, int length) {
            var plain = new ByteArrayOutputStream(length);
            int to = from + length;
            boolean inside = false;
            for (int i = from; i < to; i++) {
                boolean behindEscape =
                        inside && bytes[i] == escape && i + 1 < to && (bytes[i + 1] == quote || bytes[i + 1] == escape);
                if (behindEscape) {
                    i++;
                    plain.write(bytes[i]);
                } else if (bytes[i] == quote) {
                    inside = !inside;
                } else {
                    plain.write(bytes[i]);
                }
            }
            return Slice.of(plain.toByteArray());
        }

        @Override
        public void write(byte[] value, int size, MessageWriter out) {
            out.int8(quote);
            for (int i = 0; i < size; i++) {
                if (value[i] == quote || value[i] == escape) {
                    out.int8(escape);
                }
                out.int8(value[i]);
            }
            out.int8(quote);
        }
    }
}
