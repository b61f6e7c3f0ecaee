package dev.gatehouse.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Text for terminals.
public final class Text {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int ESCAPE_BELOW = 0x20;

    private Text() {}

    /// `text` without anything that would steer a terminal; line breaks and tabs stay.
    public static String printable(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\n' || point == '\t' || !steers(point)) {
                clean.appendCodePoint(point);
            } else {
                clean.append(String.format(Locale.ROOT, "\\u%04x", point));
            }
        });
        return clean.toString();
    }

    /// The same on one line.
    public static String oneLine(String text) {
        return printable(text.replace("\r\n", " ").replace('\n', ' ').replace('\t', ' '));
    }

    /// Control characters, and formatting ones that reorder or hide what follows.
    private static boolean steers(int point) {
        return point < ESCAPE_BELOW
                || switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }

    public static String time(Instant at) {
        return SECONDS.format(at);
    }

    /// Lines of columns as wide as their widest cell, two blanks apart; the last column is not padded.
    public static List<String> columns(List<List<String>> rows) {
        var widths = new ArrayList<Integer>();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                int width = width(row.get(i));
                if (i == widths.size()) {
                    widths.add(width);
                } else if (widths.get(i) < width) {
                    widths.set(i, width);
                }
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        var line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i));
            if (i < row.size() - 1) {
                line.append(" ".repeat(widths.get(i) - width(row.get(i)) + 2));
            }
        }
        return line.toString();
    }

    /// How many characters a reader counts.
    public static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
