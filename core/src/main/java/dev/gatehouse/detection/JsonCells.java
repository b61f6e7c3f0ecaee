package dev.gatehouse.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks inside a JSON document: each text and number in it is a value whose column is the key it stands under.
///
/// Reads no more of JSON's grammar than where strings, keys and numbers begin and end; what is no JSON after all is
/// looked at as plain text. Escapes are resolved first, and what is found is told in places of the document.
final class JsonCells {
    private static final int DEEPEST = 64;

    private final Finder finder;
    private final StringBuilder plain = new StringBuilder();
    private int[] places = new int[256];

    JsonCells(Finder finder) {
        this.finder = finder;
    }

    boolean looksLikeJson(Column column, String text) {
        char first = text.charAt(0);
        if (first != '{' && first != '[' && column.kind() != Column.Kind.JSON) {
            return false;
        }
        char last = text.charAt(text.length() - 1);
        return first == '{' && last == '}' && text.indexOf('"') > 0
                || first == '[' && last == ']' && text.length() > 2 && "{[\"".indexOf(text.charAt(1)) >= 0
                || column.kind() == Column.Kind.JSON && first == '"' && last == '"';
    }

    /// Empty when the text turns out not to be JSON.
    Optional<List<Finding>> find(Column outer, String text) {
        var found = new ArrayList<Finding>();
        Column[] columns = new Column[DEEPEST];
        boolean[] objects = new boolean[DEEPEST];
        int depth = 0;
        columns[0] = outer;
        Column key = outer;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"') {
                int end = stringEnd(text, i + 1);
                if (end < 0) {
                    return Optional.empty();
                }
                int after = skipBlanks(text, end + 1);
                if (objects[depth] && after < text.length() && text.charAt(after) == ':') {
                    key = column(columns[depth], text.substring(i + 1, end));
                    i = after + 1;
                } else {
                    value(objects[depth] ? key : columns[depth], text, i + 1, end, found);
                    i = end + 1;
                }
            } else if (c == '{' || c == '[') {
                if (depth + 1 == DEEPEST) {
                    return Optional.empty();
                }
                Column below = objects[depth] ? key : columns[depth];
                depth++;
                columns[depth] = below;
                objects[depth] = c == '{';
                i++;
            } else if (c == '}' || c == ']') {
                if (depth == 0 || objects[depth] != (c == '}')) {
                    return Optional.empty();
                }
                depth--;
                i++;
            } else if (c == '-' || c >= '0' && c <= '9') {
                int end = numberEnd(text, i + 1);
                add(found, finder.value(objects[depth] ? key : columns[depth], text.substring(i, end)), i);
                i = end;
            } else if (" \t\r\n,:".indexOf(c) >= 0 || Character.isLetter(c)) {
                i++;
            } else {
                return Optional.empty();
            }
        }
        return depth == 0 ? Optional.of(found) : Optional.empty();
    }

    /// What a document or list is called is to its keys what a table is to its columns: `"client": { "nom": … }`. A key
    /// that says nothing leaves what its parent said: `"address": { "line": … }`.
    private Column column(Column parent, String key) {
        var own = finder.columns().of(parent.name(), key, "");
        return own.namesSomething() || !parent.namesSomething() || own.is(~Vocabulary.TYPES) ? own : parent;
    }

    private void value(Column column, String text, int from, int to, List<Finding> found) {
        if (from == to) {
            return;
        }
        if (text.indexOf('\\', from, to) < 0) {
            add(found, finder.value(column, text.substring(from, to)), from);
            return;
        }
        unescape(text, from, to);
        for (Finding finding : finder.value(column, plain.toString())) {
            found.add(new Finding(
                    places[finding.start()],
                    places[finding.end()],
                    finding.type(),
                    finding.category(),
                    finding.confidence()));
        }
    }

    private static void add(List<Finding> to, List<Finding> found, int offset) {
        for (Finding finding : found) {
            to.add(new Finding(
                    offset + finding.start(),
                    offset + finding.end(),
                    finding.type(),
                    finding.category(),
                    finding.confidence()));
        }
    }

    private void unescape(String text, int from, int to) {
        plain.setLength(0);
        if (places.length <= to - from) {
            places = new int[2 * (to - from) + 1];
        }
        int i = from;
        while (i < to) {
            places[plain.length()] = i;
            char c = text.charAt(i);
            if (c != '\\' || i + 1 >= to) {
                plain.append(c);
                i++;
            } else if (text.charAt(i + 1) == 'u' && i + 6 <= to) {
                plain.append(unicode(text, i + 2));
                i += 6;
            } else {
                plain.append(escaped(text.charAt(i + 1)));
                i += 2;
            }
        }
        places[plain.length()] = to;
    }

    private static char unicode(String text, int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            value = 16 * value + Math.max(0, Character.digit(text.charAt(i), 16));
        }
        return (char) value;
    }

    private static char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> c;
        };
    }

    private static int stringEnd(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return i;
            }
            if (c == '\\') {
                i++;
            }
        }
        return -1;
    }

    private static int numberEnd(String text, int from) {
        int i = from;
        while (i < text.length() && "0123456789.eE+-".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static int skipBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) <= ' ') {
            i++;
        }
        return i;
    }
}
