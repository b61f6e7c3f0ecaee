package dev.gatehouse.cli;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// PostgreSQL's answers as bytes.
public final class Answers {
    private Answers() {}

    /// One column of text with a few rows, as a server answers a simple query.
    public static byte[] rows(String column, String... values) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(description(column));
        for (String value : values) {
            out.writeBytes(row(value.getBytes(StandardCharsets.UTF_8)));
        }
        out.writeBytes(message('C', ("SELECT " + values.length + "\0").getBytes(StandardCharsets.UTF_8)));
        out.writeBytes(message('Z', new byte[] {'I'}));
        return out.toByteArray();
    }

    public static byte[] description(String column) {
        byte[] name = (column + "\0").getBytes(StandardCharsets.UTF_8);
        return message(
                'T',
                ByteBuffer.allocate(2 + name.length + 18)
                        .putShort((short) 1)
                        .put(name)
                        .array());
    }

    public static byte[] row(byte[] value) {
        return message(
                'D',
                ByteBuffer.allocate(6 + value.length)
                        .putShort((short) 1)
                        .putInt(value.length)
                        .put(value)
                        .array());
    }

    public static byte[] message(char type, byte[] body) {
        return ByteBuffer.allocate(5 + body.length)
                .put((byte) type)
                .putInt(4 + body.length)
                .put(body)
                .array();
    }
}
