package dev.gatehouse.postgres.relay;

import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.sql.analysis.CopyOut;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// COPY's text and CSV formats: a line a row, values between delimiters, [CopyQuoting] where they hold such.
final class CopyLines implements CopyRows {
    private final List<ColumnValue> columns;
    private final CopyQuoting quoting;
    private final byte delimiter;
    private final byte[] nothing;
    private final int[] starts;
    private final int[] ends;
    private final MessageWriter shown = new MessageWriter();
    private boolean header;
    private int looked;

    CopyLines(CopyOut form, List<ColumnValue> columns) {
        this.columns = columns;
        quoting = CopyQuoting.of(form);
        delimiter = (byte) form.delimiter();
        nothing = form.nothing().getBytes(StandardCharsets.UTF_8);
        header = form.header();
        starts = new int[columns.size()];
        ends = new int[columns.size()];
    }

    @Override
    public int end(byte[] bytes, int from, int to) {
        for (int i = Math.max(from, looked); i < to; i++) {
            if (!quoting.literal(bytes[i]) && bytes[i] == '\n') {
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
    public int row(byte[] bytes, int from, int end) {
        int found = 0;
        int start = from;
        for (int i = from; i < end; i++) {
            if (!quoting.literal(bytes[i]) && (bytes[i] == delimiter || i == end - 1)) {
                if (found < starts.length) {
                    starts[found] = start;
                    ends[found] = i;
                }
                found++;
                start = i + 1;
            }
        }
        return found;
    }

    @Override
    public Optional<Slice> value(byte[] bytes, int column) {
        int from = starts[column];
        int to = ends[column];
        return Arrays.equals(bytes, from, to, nothing, 0, nothing.length)
                ? Optional.empty()
                : Optional.of(quoting.plain(bytes, from, to - from));
    }

    @Override
    public void write(byte[] bytes, MessageWriter out) {
        for (int i = 0; i < starts.length; i++) {
            if (i > 0) {
                out.int8(delimiter);
            }
            Optional<Slice> value = columns.get(i).replaces() ? value(bytes, i) : Optional.empty();
            if (columns.get(i).replacesNull()) {
                value = value.or(() -> Optional.of(Slice.EMPTY));
            }
            if (value.isEmpty()) {
                out.bytes(bytes, starts[i], ends[i] - starts[i]);
            } else {
                write(columns.get(i), value.get(), out);
            }
        }
        out.int8('\n');
    }

    private void write(ColumnValue column, Slice value, MessageWriter out) {
        shown.clear();
        if (column.put(value.array(), value.offset(), value.length(), shown)) {
            quoting.write(shown.array(), shown.size(), out);
        } else {
            out.bytes(nothing, 0, nothing.length);
        }
    }
}
