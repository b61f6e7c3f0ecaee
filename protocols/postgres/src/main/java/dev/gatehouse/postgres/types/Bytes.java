package dev.gatehouse.postgres.types;

import dev.gatehouse.model.Slice;
import java.nio.ByteBuffer;

/// Whole numbers in PostgreSQL's binary formats: big-endian, of a length that the type fixes.
final class Bytes {
    private Bytes() {}

    /// @throws IllegalArgumentException if the value has another length
    static long signed(Slice value, int bytes) {
        if (value.length() != bytes) {
            throw new IllegalArgumentException("not " + bytes + " bytes");
        }
        long number = value.at(0);
        for (int i = 1; i < bytes; i++) {
            number = number << 8 | value.at(i) & 0xff;
        }
        return number;
    }

    static Slice binary(long number, int bytes) {
        byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
        return Slice.of(all, Long.BYTES - bytes, bytes);
    }
}
