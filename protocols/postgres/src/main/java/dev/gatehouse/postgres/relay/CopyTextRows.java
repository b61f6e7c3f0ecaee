package dev.gatehouse.postgres.relay;

import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.relay.CopyMask.Field;
import dev.gatehouse.postgres.wire.Format;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.sql.analysis.CopyOut;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// COPY's text format: a line a row, values between delimiters, special characters behind a backslash.
final class CopyTextRows implements CopyRows {
    private static final String ESCAPED = "bfnrtv";
    private static final byte[] MEANT = {'\b', '\f', '\n', '\r', '\t', 0x0b};

    private final CopyOut form;
    private final List<ColumnMask> masks;
    private final ValueMask values;
    private final byte[] nothing;
    private boolean header;
    private int looked;

    CopyTextRows(CopyOut form, List<ColumnMask> masks, ValueMask values) {
        this.form = form;
        this.masks = masks;
        this.values = values;
        nothing = form.nothing().getBytes(StandardCharsets.UTF_8);
        header = form.header();
    }

    @Override
    public int end(byte[] bytes, int from, int to) {
        for (int i = Math.max(from, looked); i < to; i++) {
            if (bytes[i] == '\n') {
                looked = i + 1;
                return i + 1;
            }
        }
        looked = to;
        return -1;
    }

    @Override
    public void moved(int bytes) {
        looked -= bytes;
    }

    @Override
    public boolean counts(byte[] bytes, int from, int end) {
        boolean row = !header;
        header = false;
        return row;
    }

    @Override
    public List<Field> fields(byte[] bytes, int from, int end) {
        var fields = new ArrayList<Field>();
        int start = from;
        for (int i = from; i < end; i++) {
            if (bytes[i] == '\\' && i + 1 < end - 1) {
                i++;
            } else if (bytes[i] == form.delimiter() || i == end - 1) {
                fields.add(new Field(start, i - start, value(bytes, start, i)));
                start = i + 1;
            }
        }
        return fields;
    }

    private Optional<Slice> value(byte[] bytes, int from, int to) {
        if (Arrays.equals(bytes, from, to, nothing, 0, nothing.length)) {
            return Optional.empty();
        }
        var plain = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\\' && i + 1 < to) {
                i++;
                int special = ESCAPED.indexOf(bytes[i]);
                plain.write(special < 0 ? bytes[i] : MEANT[special]);
            } else {
                plain.write(bytes[i]);
            }
        }
        return Optional.of(Slice.of(plain.toByteArray()));
    }

    @Override
    public void write(byte[] bytes, List<Field> fields, MessageWriter out) {
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                out.int8(form.delimiter());
            }
            var field = fields.get(i);
            if (field.value().isEmpty() || !ValueMask.hides(masks.get(i))) {
                out.bytes(bytes, field.offset(), field.length());
            } else {
                values.of(
                                masks.get(i),
                                form.types().get(i),
                                Format.TEXT,
                                field.value().get())
                        .ifPresentOrElse(shown -> escaped(shown, out), () -> out.bytes(nothing, 0, nothing.length));
            }
        }
        out.int8('\n');
    }

    private void escaped(Slice shown, MessageWriter out) {
        for (int i = 0; i < shown.length(); i++) {
            byte one = shown.array()[shown.offset() + i];
            int special = special(one);
            if (special >= 0) {
                out.int8('\\').int8(ESCAPED.charAt(special));
            } else if (one == '\\' || one == form.delimiter()) {
                out.int8('\\').int8(one);
            } else {
                out.int8(one);
            }
        }
    }

    private static int special(byte one) {
        for (int i = 0; i < MEANT.length; i++) {
            if (MEANT[i] == one) {
                return i;
            }
        }
        return -1;
    }
}
