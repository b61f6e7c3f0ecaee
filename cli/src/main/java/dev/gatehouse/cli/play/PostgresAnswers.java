package dev.gatehouse.cli.play;

import dev.gatehouse.cli.Text;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/// Reads PostgreSQL's messages to a client (protocol 3.0, "Message Formats") as far as a reader wants to see them: rows
/// as a table, what was done, errors and notices. All else is passed over.
final class PostgresAnswers implements Decoder {
    private static final int HEADER = 5;
    private static final int LARGEST = 64 << 20;

    private final Consumer<String> lines;
    private final RowTable table;
    private final byte[] header = new byte[HEADER];
    private int headerFilled;
    private byte[] body = new byte[0];
    private int bodyFilled;
    private boolean lost;

    PostgresAnswers(Consumer<String> lines) {
        this.lines = lines;
        table = new RowTable(lines);
    }

    @Override
    public void feed(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && !lost) {
            at += headerFilled < HEADER ? fillHeader(bytes, at, end) : fillBody(bytes, at, end);
        }
    }

    private int fillHeader(byte[] bytes, int at, int end) {
        int taken = Math.min(HEADER - headerFilled, end - at);
        System.arraycopy(bytes, at, header, headerFilled, taken);
        headerFilled += taken;
        if (headerFilled == HEADER) {
            begin(ByteBuffer.wrap(header).getInt(1) - Integer.BYTES);
        }
        return taken;
    }

    private void begin(int length) {
        boolean letter = (header[0] >= 'A' && header[0] <= 'Z')
                || (header[0] >= 'a' && header[0] <= 'z')
                || (header[0] >= '1' && header[0] <= '3');
        if (!letter || length < 0 || length > LARGEST) {
            lines.accept("  [these bytes are no PostgreSQL messages; see them with --raw]");
            lost = true;
            return;
        }
        body = new byte[length];
        bodyFilled = 0;
        finishIfWhole();
    }

    private int fillBody(byte[] bytes, int at, int end) {
        int taken = Math.min(body.length - bodyFilled, end - at);
        System.arraycopy(bytes, at, body, bodyFilled, taken);
        bodyFilled += taken;
        finishIfWhole();
        return taken;
    }

    private void finishIfWhole() {
        if (bodyFilled == body.length) {
            headerFilled = 0;
            try {
                message((char) header[0], ByteBuffer.wrap(body));
            } catch (java.nio.BufferUnderflowException | IllegalArgumentException malformed) {
                lines.accept("  [a message that cannot be read]");
            }
            body = new byte[0];
        }
    }

    private void message(char type, ByteBuffer body) {
        switch (type) {
            case 'T' -> table.begin(body);
            case 'D' -> table.row(body);
            case 'C' -> {
                table.end();
                lines.accept("  (" + Text.oneLine(text(body)) + ")");
            }
            case 'E', 'N' -> {
                table.end();
                report(body);
            }
            case 'I', 's' -> table.end();
            case 'd' -> lines.accept("  " + Text.printable(utf8(body).stripTrailing()));
            default -> {
                // housekeeping: nothing that anybody would read
            }
        }
    }

    /// ErrorResponse and NoticeResponse: fields, each a letter and a text.
    private void report(ByteBuffer body) {
        String severity = "";
        String code = "";
        for (byte field = body.get(); field != 0; field = body.get()) {
            String value = text(body);
            switch (field) {
                case 'S' -> severity = value;
                case 'C' -> code = value;
                case 'M' -> lines.accept("  " + Text.printable(severity + " " + code + ": " + value));
                case 'D' -> lines.accept("  " + Text.printable("detail: " + value));
                case 'H' -> lines.accept("  " + Text.printable("hint: " + value));
                default -> {
                    // where in the server it arose: of no interest here
                }
            }
        }
    }

    @Override
    public void gap() {
        table.end();
        headerFilled = 0;
        body = new byte[0];
        bodyFilled = 0;
        lost = false;
    }

    @Override
    public void flush() {
        table.end();
    }

    /// A text that ends with a zero.
    static String text(ByteBuffer body) {
        int start = body.position();
        while (body.get() != 0) {
            // to the end of the text
        }
        return utf8(body.slice(start, body.position() - start - 1));
    }

    private static String utf8(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    /// A value in text format, or its bytes in hexadecimal when it is none.
    static String value(byte[] bytes) {
        boolean readable = true;
        for (byte b : bytes) {
            readable &= b < 0 || b >= ' ' || b == '\n' || b == '\t' || b == '\r';
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return readable && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)
                ? Text.oneLine(text)
                : "\\x" + java.util.HexFormat.of().formatHex(bytes).toLowerCase(Locale.ROOT);
    }
}
