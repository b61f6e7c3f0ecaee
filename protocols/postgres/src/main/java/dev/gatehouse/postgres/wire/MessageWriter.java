package dev.gatehouse.postgres.wire;

import dev.gatehouse.model.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Collects messages in one growing array, so that many of them leave in one write.
///
/// Reuse it with [#clear]; the array is kept. One thread.
public final class MessageWriter {
    private final int maximum;
    private byte[] array;
    private int size;
    private int lengthAt = -1;

    /// @param capacity bytes to begin with
    /// @param maximum bytes that may be collected at once; more is a [WireException]
    public MessageWriter(int capacity, int maximum) {
        array = new byte[capacity];
        this.maximum = maximum;
    }

    /// A writer for a few small messages.
    public MessageWriter() {
        this(256, 1 << 30);
    }

    public byte[] array() {
        return array;
    }

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
        lengthAt = -1;
    }

    /// Forgets everything after the first `size` bytes, for instance half a message.
    public void truncate(int newSize) {
        size = java.util.Objects.checkIndex(newSize, size + 1);
        lengthAt = -1;
    }

    /// A copy of what was collected.
    public Slice toSlice() {
        return Slice.copyOf(array, 0, size);
    }

    /// Begins a message; [#end] fills in its length.
    public MessageWriter begin(int type) {
        return int8(type).beginUntyped();
    }

    /// Begins a packet of the start-up phase.
    public MessageWriter beginUntyped() {
        if (lengthAt >= 0) {
            throw new IllegalStateException("MessageWriter.begin before the last message's end");
        }
        lengthAt = size;
        return int32(0);
    }

    public MessageWriter end() {
        if (lengthAt < 0) {
            throw new IllegalStateException("MessageWriter.end without begin");
        }
        setInt32(lengthAt, size - lengthAt);
        lengthAt = -1;
        return this;
    }

    public MessageWriter int8(int value) {
        reserve(1);
        array[size++] = (byte) value;
        return this;
    }

    public MessageWriter int16(int value) {
        reserve(2);
        array[size++] = (byte) (value >> 8);
        array[size++] = (byte) value;
        return this;
    }

    public MessageWriter int32(int value) {
        reserve(4);
        size += 4;
        setInt32(size - 4, value);
        return this;
    }

    public MessageWriter int64(long value) {
        return int32((int) (value >> 32)).int32((int) value);
    }

    /// A count that must fit 16 bits, as most of the protocol's do.
    public MessageWriter count(int value) {
        if (value < 0 || value > 0xffff) {
            throw WireException.tooLarge("a message can hold 65535 parts, not " + value);
        }
        return int16(value);
    }

    public MessageWriter bytes(byte[] from, int offset, int length) {
        reserve(length);
        System.arraycopy(from, offset, array, size, length);
        size += length;
        return this;
    }

    public MessageWriter bytes(Slice bytes) {
        return bytes(bytes.array(), bytes.offset(), bytes.length());
    }

    /// A NUL-terminated string.
    public MessageWriter string(String text) {
        if (text.indexOf('\0') >= 0) {
            throw WireException.violation("a string in a message cannot hold a NUL");
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return bytes(utf8, 0, utf8.length).int8(0);
    }

    void setInt32(int at, int value) {
        array[at] = (byte) (value >> 24);
        array[at + 1] = (byte) (value >> 16);
        array[at + 2] = (byte) (value >> 8);
        array[at + 3] = (byte) value;
    }

    private void reserve(int more) {
        if (more > maximum - size) {
            throw WireException.tooLarge("more than " + maximum + " bytes would be held for one write");
        }
        if (more > array.length - size) {
            array = Arrays.copyOf(array, (int) Math.min(maximum, Math.max(size + (long) more, array.length * 2L)));
        }
    }
}
