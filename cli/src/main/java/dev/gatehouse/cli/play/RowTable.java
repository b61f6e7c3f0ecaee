package dev.gatehouse.cli.play;

import dev.gatehouse.cli.Text;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Rows of one answer as an aligned table. Gathers a few rows to see how wide the columns are, then writes them; later
/// rows that are wider stick out.
final class RowTable {
    private static final int GATHERED = 200;
    private static final int WIDEST = 60;
    private static final int FIELD_REST = 18;

    private final Consumer<String> lines;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> names = List.of();
    private List<Integer> widths = List.of();

    RowTable(Consumer<String> lines) {
        this.lines = lines;
    }

    /// RowDescription.
    void begin(ByteBuffer body) {
        end();
        var columns = new ArrayList<String>();
        int count = body.getShort();
        for (int i = 0; i < count; i++) {
            columns.add(Text.oneLine(PostgresAnswers.text(body)));
            body.position(body.position() + FIELD_REST);
        }
        names = columns;
    }

    /// DataRow.
    void row(ByteBuffer body) {
        var row = new ArrayList<String>();
        int count = body.getShort();
        for (int i = 0; i < count; i++) {
            row.add(value(body));
        }
        rows.add(row);
        if (rows.size() == GATHERED) {
            write();
        }
    }

    private static String value(ByteBuffer body) {
        int length = body.getInt();
        if (length < 0) {
            return "NULL";
        }
        if (length > body.remaining()) {
            throw new IllegalArgumentException("a value that is longer than its row");
        }
        var bytes = new byte[length];
        body.get(bytes);
        return PostgresAnswers.value(bytes);
    }

    /// The answer is over; writes what is left of it.
    void end() {
        if (!rows.isEmpty() || !names.isEmpty()) {
            write();
        }
        names = List.of();
        widths = List.of();
    }

    private void write() {
        if (widths.isEmpty()) {
            measure();
            if (!names.isEmpty()) {
                lines.accept(line(names));
                lines.accept("  "
                        + String.join("-+-", widths.stream().map("-"::repeat).toList()));
            }
        }
        rows.forEach(row -> lines.accept(line(row)));
        rows.clear();
    }

    private void measure() {
        var measured = new ArrayList<Integer>();
        names.forEach(name -> measured.add(Math.min(WIDEST, Text.width(name))));
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                int width = Math.min(WIDEST, Text.width(row.get(i)));
                if (i == measured.size()) {
                    measured.add(width);
                } else if (measured.get(i) < width) {
                    measured.set(i, width);
                }
            }
        }
        widths = measured;
    }

    private String line(List<String> cells) {
        var line = new StringBuilder("  ");
        for (int i = 0; i < cells.size(); i++) {
            line.append(i > 0 ? " | " : "").append(cells.get(i));
            int width = i < widths.size() ? widths.get(i) : 0;
            line.append(" ".repeat(Math.max(0, width - Text.width(cells.get(i)))));
        }
        return line.toString().stripTrailing();
    }
}
