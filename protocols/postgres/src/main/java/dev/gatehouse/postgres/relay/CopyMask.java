package dev.gatehouse.postgres.relay;

import dev.gatehouse.gateway.Refusal;
import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.masking.Scanner;
import dev.gatehouse.model.Slice;
import dev.gatehouse.postgres.wire.Format;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.WireException;
import dev.gatehouse.sql.analysis.CopyOut;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Masks the rows that COPY … TO STDOUT sends, in text, CSV and binary. Pieces of the stream may be cut anywhere; each
/// row leaves as a message of its own. One thread.
///
/// See "COPY" in PostgreSQL's manual, File Formats.
final class CopyMask {
    private static final int LARGEST = 64 << 20;

    private final CopyRows rows;
    private final List<ColumnMask> masks;
    private final List<String> categories;
    private final int subjectColumn;
    private final boolean asTheyAre;
    private byte[] kept = new byte[0];
    private int size;

    /// Where rows go.
    interface Sink {
        /// Counts a row of so many bytes, or says which limit forbids it.
        Optional<Refusal> counted(int size) throws IOException;

        /// Where the message of a row about somebody is written.
        MessageWriter about(Optional<Slice> subject, List<String> categories);

        /// A row is written.
        void written() throws IOException;
    }

    CopyMask(CopyOut form, List<ColumnMask> masks, Masker masker, Scanner scanner) {
        this.masks = masks;
        var format = form.form() == CopyOut.Form.BINARY ? Format.BINARY : Format.TEXT;
        var columns = new ArrayList<ColumnValue>(masks.size());
        for (int i = 0; i < masks.size(); i++) {
            columns.add(new ColumnValue(masks.get(i), form.types().get(i), format, masker, scanner));
        }
        rows = switch (form.form()) {
            case TEXT, CSV -> new CopyLines(form, columns);
            case BINARY -> new CopyBinaryRows(columns);
        };
        subjectColumn = subject(masks);
        asTheyAre = subjectColumn < 0 && columns.stream().noneMatch(ColumnValue::replaces);
        categories = RowMask.categories(masks);
    }

    private static int subject(List<ColumnMask> masks) {
        for (int i = 0; i < masks.size(); i++) {
            if (masks.get(i).subject()) {
                return i;
            }
        }
        return -1;
    }

    /// Takes the contents of one CopyData, and gives the rows that it completes.
    Optional<Refusal> rows(byte[] array, int offset, int length, Sink out) throws IOException {
        if (asTheyAre) {
            var limit = out.counted(length);
            if (limit.isEmpty()) {
                out.about(Optional.empty(), categories)
                        .begin('d')
                        .bytes(array, offset, length)
                        .end();
                out.written();
            }
            return limit;
        }
        keep(array, offset, length);
        int from = 0;
        for (int end = rows.end(kept, from, size); end >= 0; end = rows.end(kept, from, size)) {
            var limit = row(from, end, out);
            if (limit.isPresent()) {
                return limit;
            }
            from = end;
        }
        System.arraycopy(kept, from, kept, 0, size - from);
        size -= from;
        rows.moved(from);
        return Optional.empty();
    }

    private Optional<Refusal> row(int from, int end, Sink out) throws IOException {
        if (!rows.counts(kept, from, end)) {
            out.about(Optional.empty(), categories)
                    .begin('d')
                    .bytes(kept, from, end - from)
                    .end();
            return Optional.empty();
        }
        var limit = out.counted(end - from);
        if (limit.isPresent()) {
            return limit;
        }
        int values = rows.row(kept, from, end);
        if (values != masks.size()) {
            throw WireException.violation("a row of COPY has " + values + " values, not " + masks.size());
        }
        Optional<Slice> whom = subjectColumn < 0
                ? Optional.empty()
                : rows.value(kept, subjectColumn).map(value -> Slice.of(value.toBytes()));
        var writer = out.about(whom, categories).begin('d');
        rows.write(kept, writer);
        writer.end();
        out.written();
        return Optional.empty();
    }

    private void keep(byte[] array, int offset, int more) {
        if (more > LARGEST - size) {
            throw WireException.tooLarge("a row of COPY with masked values is larger than " + LARGEST + " bytes");
        }
        if (size + more > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(size + more, Math.min(LARGEST, 2 * kept.length)));
        }
        System.arraycopy(array, offset, kept, size, more);
        size += more;
    }

    /// The stream is over, and so must be its last row.
    void finished() {
        if (size > 0) {
            throw WireException.violation("a COPY ended inside a row");
        }
    }
}
