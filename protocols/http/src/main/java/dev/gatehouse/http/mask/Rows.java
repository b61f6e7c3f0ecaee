package dev.gatehouse.http.mask;

import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Slice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/// Gathers a masked answer, counts its rows, and cuts it where another person begins. One thread.
final class Rows extends OutputStream {
    /// @param end where it ends in the answer
    private record Cut(int end, Optional<Slice> subject) {}

    private final int most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Cut> cuts = new ArrayList<>();
    private final Set<String> categories = new HashSet<>();
    private Optional<JsonGenerator> writing = Optional.empty();
    private Optional<Slice> around = Optional.empty();
    private Optional<Slice> ofRow = Optional.empty();
    private boolean full;
    private int depth;
    private int rowDepth;
    private int documents;
    private long rows;

    Rows(int most) {
        this.most = most;
    }

    /// A document begins, written by `generator` to this.
    void begin(JsonGenerator generator) {
        if (documents > 0) {
            bytes.write('\n');
        }
        writing = Optional.of(generator);
        around = Optional.empty();
        depth = 0;
        rowDepth = 0;
    }

    void end() {
        writing = Optional.empty();
        cut(around);
        documents++;
    }

    int documents() {
        return documents;
    }

    void opened(boolean inArray) {
        depth++;
        if (inArray && rowDepth == 0) {
            cut(around);
            rowDepth = depth;
            ofRow = Optional.empty();
            rows++;
        }
    }

    void closed() {
        if (depth == rowDepth) {
            cut(ofRow.or(() -> around));
            rowDepth = 0;
        }
        depth--;
    }

    void saw(ColumnMask mask) {
        for (Category category : mask.categories()) {
            if (category.personal()) {
                categories.add(category.name());
            }
        }
    }

    /// The first value of a row that says whom it is about counts.
    void identifies(ColumnMask mask, String value) {
        if (mask.subject()) {
            if (rowDepth > 0) {
                ofRow = ofRow.or(() -> Optional.of(Slice.utf8(value)));
            } else {
                around = around.or(() -> Optional.of(Slice.utf8(value)));
            }
        }
    }

    private void cut(Optional<Slice> subject) {
        writing.ifPresent(JsonGenerator::flush);
        int end = bytes.size();
        int before = cuts.isEmpty() ? 0 : cuts.getLast().end();
        if (end == before) {
            return;
        }
        if (!cuts.isEmpty() && cuts.getLast().subject().equals(subject)) {
            cuts.removeLast();
        }
        cuts.add(new Cut(end, subject));
    }

    MaskedJson finish() {
        byte[] all = bytes.toByteArray();
        var runs = new ArrayList<MaskedJson.Run>();
        int start = 0;
        for (Cut cut : cuts) {
            runs.add(new MaskedJson.Run(Slice.of(all, start, cut.end() - start), cut.subject()));
            start = cut.end();
        }
        return new MaskedJson(runs, Math.max(1, rows), categories);
    }

    /// Whether it grew beyond the limit.
    boolean full() {
        return full;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        if (length > most - bytes.size()) {
            full = true;
            throw new IOException("a masked answer of more than " + most + " bytes");
        }
        bytes.write(from, offset, length);
    }
}
