package dev.gatehouse.server.settings;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;

/// A configuration as one text of lines `path = value`, defaults included: how the record keeps it, so that any two
/// loads can be compared later. A configuration holds no secrets, and so neither do its lines.
public final class ConfigurationLines {
    private static final String FIRST = "gatehouse configuration lines 1\n";

    private ConfigurationLines() {}

    /// Takes one difference.
    @FunctionalInterface
    public interface Differences {
        void take(String path, Optional<String> before, Optional<String> after, boolean loosened);
    }

    public static String write(Map<String, String> lines) {
        var text = new StringBuilder(FIRST);
        lines.forEach((path, value) ->
                text.append(escaped(path)).append(" = ").append(escaped(value)).append('\n'));
        return text.toString();
    }

    /// Empty when the text is something else.
    public static Optional<Map<String, String>> read(String text) {
        if (!text.startsWith(FIRST)) {
            return Optional.empty();
        }
        var lines = new LinkedHashMap<String, String>();
        text.substring(FIRST.length()).lines().forEach(line -> {
            int middle = line.indexOf(" = ");
            if (middle > 0) {
                lines.put(read(line, 0, middle), read(line, middle + 3, line.length()));
            }
        });
        return Optional.of(lines);
    }

    /// Names every line in which the two differ.
    public static void compare(Map<String, String> before, Map<String, String> after, Differences differences) {
        var paths = new LinkedHashSet<>(before.keySet());
        paths.addAll(after.keySet());
        for (String path : paths) {
            var was = Optional.ofNullable(before.get(path));
            var is = Optional.ofNullable(after.get(path));
            if (!was.equals(is)) {
                differences.take(path, was, is, Loosening.loosens(path, was, is));
            }
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String read(String line, int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < to) {
                i++;
                c = switch (line.charAt(i)) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> line.charAt(i);
                };
            }
            text.append(c);
        }
        return text.toString();
    }
}
