package dev.gatehouse.cli.detect;

import dev.gatehouse.cli.detect.Row.Malformed;
import dev.gatehouse.detection.Column;
import dev.gatehouse.detection.ColumnVote;
import dev.gatehouse.detection.Detection;
import dev.gatehouse.detection.Finder;
import dev.gatehouse.detection.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads rows, writes what is found in each: as many lines as were read, in their order. A line that cannot be read
/// becomes `{"id":…,"error":"…"}`.
public final class Filter {
    /// In bytes.
    private static final int LONGEST_LINE = 64 << 20;

    private static final int MOST_TABLES = 512;
    private static final int MOST_COLUMNS = 1024;

    private final Finder finder;
    private final OutputStream out;
    private final StringBuilder line = new StringBuilder();
    /// By table, then by column.
    private final Map<String, Map<String, Known>> known = new HashMap<>();

    /// What stands behind the places of a finding, by type.
    private final Map<String, String> kinds = new HashMap<>();

    private long number;
    private long malformed;

    private record Known(String type, Column column) {}

    public Filter(Detection detection, OutputStream out) {
        finder = detection.finder();
        this.out = out;
    }

    /// How many lines could not be read.
    public long malformed() {
        return malformed;
    }

    /// Answers each line before the next is read, as soon as no further line is waiting.
    public void each(InputStream in) throws IOException {
        var lines = new Lines(in, LONGEST_LINE);
        for (var next = lines.next(); next != Lines.Next.END; next = lines.next()) {
            line.setLength(0);
            try {
                write(row(lines, next), Map.of());
            } catch (Malformed mistake) {
                refuse(mistake);
            }
            write();
            if (!lines.ready()) {
                out.flush();
            }
        }
        out.flush();
    }

    /// Reads everything before it answers, so that the rows of a column can speak together.
    public void sets(InputStream in) throws IOException {
        var rows = new ArrayList<@Nullable Row>();
        var mistakes = new HashMap<Integer, Malformed>();
        var lines = new Lines(in, LONGEST_LINE);
        for (var next = lines.next(); next != Lines.Next.END; next = lines.next()) {
            try {
                rows.add(row(lines, next));
            } catch (Malformed mistake) {
                mistakes.put(rows.size(), mistake);
                rows.add(null);
            }
        }
        Map<String, Column> decided = votes(rows);
        for (int i = 0; i < rows.size(); i++) {
            line.setLength(0);
            Row row = rows.get(i);
            if (row == null) {
                refuse(mistakes.get(i));
            } else {
                write(row, decided);
            }
            write();
        }
        out.flush();
    }

    private Map<String, Column> votes(List<@Nullable Row> rows) {
        var votes = new HashMap<String, ColumnVote>();
        for (Row row : rows) {
            if (row != null) {
                row.cells().forEach((name, text) -> {
                    if (text != null) {
                        votes.computeIfAbsent(key(row, name), _ -> new ColumnVote(finder, column(row, name)))
                                .row(text);
                    }
                });
            }
        }
        var decided = new HashMap<String, Column>();
        votes.forEach((key, vote) -> decided.put(key, vote.decided()));
        return decided;
    }

    private static String key(Row row, String column) {
        return row.table() + "\u0000" + column + "\u0000" + row.types().getOrDefault(column, "");
    }

    private Column column(Row row, String name) {
        Map<String, Known> columns = columns(row.table());
        String type = row.types().getOrDefault(name, "");
        Known before = columns.get(name);
        if (before != null && before.type().equals(type)) {
            return before.column();
        }
        Column column = finder.columns().of(row.table(), name, type);
        columns.put(name, new Known(type, column));
        return column;
    }

    /// What is known of a table; forgotten when it, or all together, grow too large.
    private Map<String, Known> columns(String table) {
        Map<String, Known> columns = known.get(table);
        if (columns == null || columns.size() > MOST_COLUMNS) {
            if (known.size() > MOST_TABLES) {
                known.clear();
            }
            columns = new HashMap<>();
            known.put(table, columns);
        }
        return columns;
    }

    private Row row(Lines lines, Lines.Next next) throws Malformed {
        number++;
        if (next == Lines.Next.TOO_LONG) {
            throw new Malformed("null", "line " + number + " is longer than " + (LONGEST_LINE >> 20) + " MB");
        }
        try {
            return Row.read(lines.array(), lines.start(), lines.length());
        } catch (Malformed mistake) {
            throw new Malformed(mistake.id, "line " + number + ": " + mistake.getMessage());
        }
    }

    private void refuse(@Nullable Malformed mistake) {
        malformed++;
        String why = mistake == null ? "unreadable" : mistake.getMessage();
        line.append("{\"id\":")
                .append(mistake == null ? "null" : mistake.id)
                .append(",\"error\":")
                .append(Row.quoted(String.valueOf(why)))
                .append('}');
    }

    private void write(Row row, Map<String, Column> decided) {
        line.append("{\"id\":").append(row.id()).append(",\"preds\":{");
        boolean first = true;
        for (var cell : row.cells().entrySet()) {
            String text = cell.getValue();
            if (text == null) {
                continue;
            }
            Column column = decided.isEmpty() ? column(row, cell.getKey()) : decided.get(key(row, cell.getKey()));
            List<Finding> found = finder.find(column == null ? column(row, cell.getKey()) : column, text);
            if (!found.isEmpty()) {
                line.append(first ? "" : ",").append(Row.quoted(cell.getKey())).append(":[");
                first = false;
                found.forEach(this::write);
                line.setCharAt(line.length() - 1, ']');
            }
        }
        line.append("}}");
    }

    private void write(Finding finding) {
        line.append("{\"start\":")
                .append(finding.start())
                .append(",\"end\":")
                .append(finding.end())
                .append(kinds.computeIfAbsent(finding.type(), type -> kind(type, finding)));
        int hundredths = Math.min(99, (int) (finding.confidence() * 100));
        line.append("0.").append(hundredths / 10).append(hundredths % 10).append("},");
    }

    private static String kind(String type, Finding finding) {
        return ",\"type\":" + Row.quoted(type) + ",\"category\":"
                + Row.quoted(finding.category().name()) + ",\"confidence\":";
    }

    private void write() throws IOException {
        line.append('\n');
        out.write(line.toString().getBytes(StandardCharsets.UTF_8));
    }
}
