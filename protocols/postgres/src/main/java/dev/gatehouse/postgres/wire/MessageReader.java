package dev.gatehouse.postgres.wire;

import dev.gatehouse.model.Slice;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Walks through the body of one message; whatever does not fit is a [WireException].
///
/// Slices it gives share the array: give it one that nobody writes to afterwards. One thread.
public final class MessageReader {
    /// One load instead of four: every value of every row goes through here.
    private static final VarHandle INT32 = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] array;
    private final int end;
    private int position;

    public MessageReader(byte[] array, int from, int to) {
        java.util.Objects.checkFromToIndex(from, to, array.length);
        this.array = array;
        this.position = from;
        this.end = to;
    }

    public MessageReader(Slice body) {
        this(body.array(), body.offset(), body.offset() + body.length());
    }

    static int int32(byte[] array, int at) {
        return (int) INT32.get(array, at);
    }

    static int uint16(byte[] array, int at) {
        return (array[at] & 0xff) << 8 | (array[at + 1] & 0xff);
    }

    public int remaining() {
        return end - position;
    }

    public byte int8() {
        need(1);
        return array[position++];
    }

    public short int16() {
        return (short) uint16();
    }

    public int uint16() {
        need(2);
        int value = uint16(array, position);
        position += 2;
        return value;
    }

    public int int32() {
        need(4);
        int value = int32(array, position);
        position += 4;
        return value;
    }

    /// An unsigned 16-bit count of things that take at least `each` bytes, so that a lie is noticed before anything is
    /// allocated for them.
    public int count(int each) {
        int count = uint16();
        if ((long) count * each > remaining()) {
            throw WireException.violation(
                    "a message announces " + count + " parts and has room for " + remaining() / each);
        }
        return count;
    }

    public Slice bytes(int length) {
        if (length < 0) {
            throw WireException.violation("a part of a message claims " + length + " bytes");
        }
        need(length);
        Slice bytes = Slice.of(array, position, length);
        position += length;
        return bytes;
    }

    public Slice rest() {
        return bytes(remaining());
    }

    /// A value as in Bind and DataRow: its length in front, -1 for NULL; skipped, not copied.
    void skipValue() {
        int length = int32();
        if (length < -1 || length > remaining()) {
            throw WireException.violation("a value claims " + length + " bytes of " + remaining());
        }
        position += Math.max(length, 0);
    }

    int position() {
        return position;
    }

    Slice since(int start) {
        return Slice.of(array, start, position - start);
    }

    /// The bytes of a NUL-terminated string, without the NUL.
    public Slice stringBytes() {
        int start = position;
        for (int i = start; i < end; i++) {
            if (array[i] == 0) {
                position = i + 1;
                return Slice.of(array, start, i - start);
            }
        }
        throw WireException.violation("a string in a message has no end");
    }

    /// A NUL-terminated string that decides something, so it must be valid UTF-8.
    public String string() {
        return strict(stringBytes());
    }

    /// A NUL-terminated string for people; what is not UTF-8 becomes U+FFFD.
    public String lenientString() {
        return stringBytes().utf8();
    }

    static String strict(Slice bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.array(), bytes.offset(), bytes.length()))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new WireException("22021", "a text is not valid UTF-8; use client_encoding UTF8");
        }
    }

    /// Nothing may be left.
    public void end() {
        if (position != end) {
            throw WireException.violation(remaining() + " bytes follow the end of a message");
        }
    }

    private void need(int bytes) {
        if (bytes > end - position) {
            throw WireException.violation("a message ends " + (bytes - remaining()) + " bytes too early");
        }
    }
}
