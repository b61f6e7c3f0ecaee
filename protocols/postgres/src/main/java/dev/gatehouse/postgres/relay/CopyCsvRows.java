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

/// COPY's CSV format: values between delimiters, in quotes where they hold delimiters, quotes or line ends; NULL is
/// what stands for it without quotes.
final class CopyCsvRows implements CopyRows {
    private final CopyOut form;
    private final List<ColumnMask> masks;
    private final ValueMask values;
    private final byte[] nothing;
    private boolean header;
    private int looked;
    private boolean quoted;
    private boolean escaped;

    CopyCsvRows(CopyOut form, List<ColumnMask> masks, ValueMask values) {
        this.form = form;
        this.masks = masks;
        this.values = values;
        nothing = form.nothing().getBytes(StandardCharsets.UTF_8);
        header = form.header();
    }

    @Override
    public int end(byte[] bytes, int from, int to) {
        for (int i = Math.max(from, looked); i < to; i++) {
            if (step(bytes[i])) {
                looked = i + 1;
                return i + 1;
            }
        }
        looked = to;
        return -1;
    }

    /// Follows quotes, two of which in a row are one; true at the line's end outside of them.
    private boolean step(byte one) {
        if (escaped) {
            escaped = false;
        } else if (quoted && one == form.escape() && form.escape() != form.quote()) {
            escaped = true;
        } else if (one == form.quote()) {
            quoted = !quoted;
        }
        return one == '\n' && !quoted;
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
            step(bytes[i]);
            if (!quoted && (bytes[i] == form.delimiter() || i == end - 1)) {
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
        boolean inside = false;
        for (int i = from; i < to; i++) {
            boolean literal = inside
                    && bytes[i] == form.escape()
                    && i + 1 < to
                    && (bytes[i + 1] == form.quote() || bytes[i + 1] == form.escape());
            if (literal) {
                i++;
                plain.write(bytes[i]);
            } else if (bytes[i] == form.quote()) {
                inside = !inside;
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
                        .ifPresentOrElse(shown -> quoted(shown, out), () -> out.bytes(nothing, 0, nothing.length));
            }
        }
        out.int8('\n');
    }

    private void quoted(Slice shown, MessageWriter out) {
        out.int8(form.quote());
        for (int i = 0; i < shown.length(); i++) {
            byte one = shown.array()[shown.offset() + i];
            if (one == form.quote() || one == form.escape()) {
                out.int8(form.escape());
            }
            out.int8(one);
        }
        out.int8(form.quote());
    }
}
