package dev.gatehouse.pgparser.build.wasm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// A cursor over bytes that knows how WebAssembly writes numbers (LEB128).
public final class WasmReader {
    private final byte[] bytes;
    private int position;

    public WasmReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public int position() {
        return position;
    }

    public boolean atEnd() {
        return position >= bytes.length;
    }

    public int u8() {
        return bytes[position++] & 0xff;
    }

    public int u32() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = u8();
            value |= (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
    }

    public int s32() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = u8();
            value |= (next & 0x7f) << shift;
            if (next < 0x80) {
                boolean negative = (next & 0x40) != 0 && shift + 7 < 32;
                return negative ? value | (-1 << (shift + 7)) : value;
            }
        }
    }

    public void skipNumber() {
        while (u8() >= 0x80) {}
    }

    public byte[] take(int length) {
        byte[] taken = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return taken;
    }

    public byte[] since(int start) {
        return Arrays.copyOfRange(bytes, start, position);
    }

    /// A vector: its length, then its elements.
    public <T> List<T> list(Function<WasmReader, T> element) {
        int count = u32();
        List<T> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            elements.add(element.apply(this));
        }
        return elements;
    }
}
