package dev.gatehouse.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// An immutable view of bytes that came from, or go to, a wire.
///
/// The array is shared, not copied: whoever makes a slice promises not to write to these bytes afterwards. Equality is
/// by content.
public final class Slice {
    public static final Slice EMPTY = new Slice(new byte[0], 0, 0);

    private final byte[] array;
    private final int offset;
    private final int length;

    private Slice(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /// All of `array`, without a copy.
    public static Slice of(byte[] array) {
        return new Slice(array, 0, array.length);
    }

    /// `length` bytes of `array` from `offset` on, without a copy.
    public static Slice of(byte[] array, int offset, int length) {
        if (offset < 0 || length < 0 || offset > array.length - length) {
            throw new IndexOutOfBoundsException(
                    "offset " + offset + ", length " + length + " of " + array.length + " bytes");
        }
        return new Slice(array, offset, length);
    }

    /// A copy of `length` bytes of `array` from `offset` on; the array may be reused afterwards.
    public static Slice copyOf(byte[] array, int offset, int length) {
        return of(of(array, offset, length).toBytes());
    }

    public static Slice utf8(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    public byte at(int index) {
        return array[offset + java.util.Objects.checkIndex(index, length)];
    }

    public Slice from(int start) {
        return part(start, length - start);
    }

    public Slice part(int start, int size) {
        java.util.Objects.checkFromIndexSize(start, size, length);
        return new Slice(array, offset + start, size);
    }

    /// The shared array; see [#offset] and [#length]. Read only.
    public byte[] array() {
        return array;
    }

    public int offset() {
        return offset;
    }

    public byte[] toBytes() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    public String utf8() {
        return new String(array, offset, length, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Slice that
                && Arrays.equals(array, offset, offset + length, that.array, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    /// Says the size only: the bytes may be personal data or a secret.
    @Override
    public String toString() {
        return "Slice[" + length + " bytes]";
    }
}
