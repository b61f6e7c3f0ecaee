package dev.gatehouse.http.wire;

import dev.gatehouse.model.Slice;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Takes the head of a message apart, strictly: CR LF ends a line and nothing else does, no line is folded, no control
/// character stands anywhere, no blank before a colon (RFC 9112 sections 2.2, 5.1 and 5.2).
final class HeadLines {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
    private static final int MOST_HEADERS = 200;

    private final List<String> lines;

    /// @param head ends with an empty line
    HeadLines(Slice head) throws MalformedHttp {
        lines = lines(new String(head.array(), head.offset(), head.length(), StandardCharsets.ISO_8859_1));
        if (lines.size() > MOST_HEADERS + 1) {
            throw new MalformedHttp("More than " + MOST_HEADERS + " headers.");
        }
    }

    private static List<String> lines(String head) throws MalformedHttp {
        var lines = new ArrayList<String>();
        int start = 0;
        while (!head.startsWith("\r\n", start)) {
            int end = head.indexOf("\r\n", start);
            if (end < 0) {
                throw new MalformedHttp("A line does not end with CR LF.");
            }
            lines.add(clean(head.substring(start, end)));
            start = end + 2;
        }
        if (lines.isEmpty()) {
            throw new MalformedHttp("The first line is empty.");
        }
        return lines;
    }

    private static String clean(String line) throws MalformedHttp {
        if (line.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 127)) {
            throw new MalformedHttp("A line holds a control character.");
        }
        return line;
    }

    String first() {
        return lines.getFirst();
    }

    Headers headers() throws MalformedHttp {
        var headers = new ArrayList<Header>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            if (colon < 1 || !token(line.substring(0, colon))) {
                throw new MalformedHttp("A header is not NAME: VALUE on one line.");
            }
            headers.add(new Header(line.substring(0, colon), trim(line.substring(colon + 1))));
        }
        return new Headers(headers);
    }

    /// Without blanks and tabs around it; other characters that Java takes for white space stay.
    private static String trim(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && blank(value.charAt(from))) {
            from++;
        }
        while (to > from && blank(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean token(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c -> c >= '0' && c <= '9'
                                || c >= 'A' && c <= 'Z'
                                || c >= 'a' && c <= 'z'
                                || TOKEN_MARKS.indexOf(c) >= 0);
    }

    static int minor(String version) throws MalformedHttp {
        return switch (version) {
            case "HTTP/1.1" -> 1;
            case "HTTP/1.0" -> 0;
            default -> throw new MalformedHttp("This speaks HTTP/1.1.");
        };
    }
}
