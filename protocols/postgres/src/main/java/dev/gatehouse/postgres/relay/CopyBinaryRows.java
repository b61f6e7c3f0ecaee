package dev.gatehouse.postgres.relay;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.WireException;
import java.util.List;
import java.util.Optional;

/// COPY's binary format: a header, then for each row a count and its values with their lengths, then -1.
final class CopyBinaryRows implements CopyRows {
    /// Signature, flags, and the length of what extends the header.
    private static final int HEADER = 11 + 4 + 4;

    private final List<ColumnValue> columns;
    private final int[] starts;
    private final int[] lengths;
    private final MessageWriter shown = new MessageWriter();
    private boolean begun;
    private boolean header;

    CopyBinaryRows(List<ColumnValue> columns) {
        this.columns = columns;
        starts = new int[columns.size()];
        lengths = new int[columns.size()];
    }

    @Override
    public int end(byte[] bytes, int from, int to) {
        header = !begun;
        if (header) {
            int end = to - from < HEADER ? -1 : after(int32(bytes, from + HEADER - 4), from + HEADER, to);
            begun = end >= 0;
            return end;
        }
        if (to - from < 2) {
            return -1;
        }
        int count = int16(bytes, from);
        int at = from + 2;
        for (int i = 0; i < count; i++) {
            if (to - at < 4) {
                return -1;
            }
            at = after(Math.max(0, int32(bytes, at)), at + 4, to);
            if (at < 0) {
                return -1;
            }
        }
        return at;
    }

    private static int after(int length, int at, int to) {
        if (length < 0) {
            throw WireException.violation("a length in a binary COPY is negative");
        }
        return length > to - at ? -1 : at + length;
    }

    @Override
    public void moved(int bytes) {
        // Rows are looked at from their beginning.
    }

    @Override
    public boolean counts(byte[] bytes, int from, int end) {
        return !header && int16(bytes, from) >= 0;
    }

    @Override
    public int row(byte[] bytes, int from, int end) {
        int count = int16(bytes, from);
        int at = from + 2;
        for (int i = 0; i < Math.min(count, starts.length); i++) {
            starts[i] = at + 4;
            lengths[i] = int32(bytes, at);
            at += 4 + Math.max(0, lengths[i]);
        }
        return count;
    }

    @Override
    public Optional<Slice> value(byte[] bytes, int column) {
        return lengths[column] < 0 ? Optional.empty() : Optional.of(Slice.of(bytes, starts[column], lengths[column]));
    }

    @Override
    public void write(byte[] bytes, MessageWriter out) {
        out.int16(starts.length);
        for (int i = 0; i < starts.length; i++) {
            boolean replaced = lengths[i] < 0
                    ? columns.get(i).replacesNull()
                    : columns.get(i).replaces();
            if (!replaced) {
                out.bytes(bytes, starts[i] - 4, 4 + Math.max(0, lengths[i]));
            } else {
                shown.clear();
                boolean some = columns.get(i).put(bytes, starts[i], Math.max(0, lengths[i]), shown);
                out.int32(some ? shown.size() : -1).bytes(shown.array(), 0, shown.size());
            }
        }
    }

    private static int int16(byte[] bytes, int at) {
        return (short) ((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff);
    }

    private static int int32(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xff) << 16 | (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
    }
}
