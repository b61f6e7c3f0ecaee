package dev.gatehouse.demo.data;

import java.io.Reader;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/// Rows in PostgreSQL's COPY text format: tabs between columns, a line per row, `\N` for null.
final class CopyText {

    private final StringBuilder text = new StringBuilder(1 << 20);

    void row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            Object value = values[i];
            text.append(value == null ? "\\N" : escaped(value.toString()));
        }
        text.append('\n');
    }

    Reader reader() {
        return new StringReader(text.toString());
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
