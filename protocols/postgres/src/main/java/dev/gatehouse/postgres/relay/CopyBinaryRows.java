package dev.gatehouse.postgres.relay;

import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.relay.CopyMask.Field;
import dev.gatehouse.postgres.wire.Format;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.WireException;
import dev.gatehouse.sql.analysis.CopyOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// COPY's binary format: a header, then for each row a count and its values with their lengths, then -1.
final class CopyBinaryRows implements CopyRows {
    /// Signature, flags, and the length of what extends the header.
    private static final int HEADER = 11 + 4 + 4;

    private final CopyOut form;
    private final List<ColumnMask> masks;
    private final ValueMask values;
    private boolean begun;
    private boolean header;

    CopyBinaryRows(CopyOut form, List<ColumnMask> masks, ValueMask values) {
        this.form = form;
        this.masks = masks;
        this.values = values;
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
    public List<Field> fields(byte[] bytes, int from, int end) {
        var fields = new ArrayList<Field>();
        int at = from + 2;
        for (int i = int16(bytes, from); i > 0; i--) {
            int length = int32(bytes, at);
            Optional<Slice> value = length < 0 ? Optional.empty() : Optional.of(Slice.copyOf(bytes, at + 4, length));
            fields.add(new Field(at, 4 + Math.max(0, length), value));
            at += 4 + Math.max(0, length);
        }
        return fields;
    }

    @Override
    public void write(byte[] bytes, List<Field> fields, MessageWriter out) {
        out.int16(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            if (field.value().isEmpty() || !ValueMask.hides(masks.get(i))) {
                out.bytes(bytes, field.offset(), field.length());
            } else {
                values.of(
                                masks.get(i),
                                form.types().get(i),
                                Format.BINARY,
                                field.value().get())
                        .ifPresentOrElse(shown -> out.int32(shown.length()).bytes(shown), () -> out.int32(-1));
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
