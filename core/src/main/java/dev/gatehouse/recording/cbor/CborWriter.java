package dev.gatehouse.recording.cbor;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes values in the one deterministic encoding. For one thread.
///
/// Whole values come as [Cbor]; whoever writes the same few fields thousands of times a second writes them one by one
/// and owes their order: shorter keys first, then by bytes.
public final class CborWriter {
    private byte[] buffer = new byte[256];
    private int length;

    public static byte[] write(Cbor value) {
        var writer = new CborWriter();
        writer.value(value);
        return writer.take();
    }

    /// What was written since this was last asked.
    public byte[] take() {
        byte[] taken = Arrays.copyOf(buffer, length);
        length = 0;
        return taken;
    }

    /// A map of so many fields follows: each a key, then its value.
    public CborWriter fields(int count) {
        head(5, count);
        return this;
    }

    /// A list of so many values follows.
    public CborWriter sequence(int count) {
        head(4, count);
        return this;
    }

    public CborWriter text(String text) {
        int start = length;
        int count = text.length();
        head(3, count);
        reserve(count);
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length = start;
                encoded(text);
                return this;
            }
            buffer[length + i] = (byte) c;
        }
        length += count;
        return this;
    }

    public CborWriter whole(long number) {
        if (number >= 0) {
            head(0, number);
        } else {
            head(1, ~number);
        }
        return this;
    }

    public CborWriter bytes(Slice bytes) {
        head(2, bytes.length());
        append(bytes.array(), bytes.offset(), bytes.length());
        return this;
    }

    public CborWriter id(Id id) {
        head(2, Id.BYTES);
        number(id.high());
        number(id.low());
        return this;
    }

    public CborWriter flag(boolean flag) {
        head(7, flag ? 21 : 20);
        return this;
    }

    private void value(Cbor value) {
        switch (value) {
            case Cbor.Whole(long number) -> whole(number);
            case Cbor.Bytes(Slice bytes) -> bytes(bytes);
            case Cbor.Text(String text) -> text(text);
            case Cbor.Sequence(var values) -> {
                head(4, values.size());
                values.forEach(this::value);
            }
            case Cbor.Fields(var values) -> {
                head(5, values.size());
                values.forEach((key, each) -> {
                    text(key);
                    value(each);
                });
            }
            case Cbor.Flag(boolean flag) -> flag(flag);
            case Cbor.Other other -> throw new IllegalArgumentException("cannot write " + other.description());
        }
    }

    private void encoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        head(3, bytes.length);
        append(bytes, 0, bytes.length);
    }

    private void head(int major, long argument) {
        int type = major << 5;
        if (argument < 24) {
            octets(type | (int) argument, 0, 0);
        } else if (argument < 0x100) {
            octets(type | 24, argument, 1);
        } else if (argument < 0x10000) {
            octets(type | 25, argument, 2);
        } else if (argument < 0x1_0000_0000L) {
            octets(type | 26, argument, 4);
        } else {
            octets(type | 27, argument, 8);
        }
    }

    private void number(long number) {
        reserve(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            buffer[length++] = (byte) (number >>> shift);
        }
    }

    private void octets(int first, long argument, int count) {
        reserve(1 + count);
        buffer[length++] = (byte) first;
        for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
            buffer[length++] = (byte) (argument >>> shift);
        }
    }

    private void append(byte[] bytes, int offset, int count) {
        reserve(count);
        System.arraycopy(bytes, offset, buffer, length, count);
        length += count;
    }

    private void reserve(int count) {
        if (buffer.length - length < count) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + count));
        }
    }
}
