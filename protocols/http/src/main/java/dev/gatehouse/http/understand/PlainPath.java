package dev.gatehouse.http.understand;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// A path in the one form that every target reads alike. Whatever would be normalised on the way (dot segments, empty
/// segments, parameters after `;`, encoded slashes, dots and percent signs, needless encoding) is refused instead.
///
/// @param raw as sent and forwarded
/// @param segments decoded; the last is empty when the path ends with a slash
record PlainPath(String raw, List<String> segments) {
    private static final Pattern IDENTIFIER = Pattern.compile(
            "[0-9]+|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}|[0-9a-fA-F]{16,}"
                    + "|[0-9a-zA-Z_-]*[0-9][0-9a-zA-Z_-]{7,}|.*[@:+].*|.*[^\\x21-\\x7e].*");

    /// Letters with a digit among them such as `v1` or `oauth2` are names of versions, not of people.
    private static final Pattern VERSION = Pattern.compile("[a-zA-Z]+[0-9]{1,2}");

    static PlainPath of(String raw) throws UnclearRequest {
        if (!raw.startsWith("/")) {
            throw new UnclearRequest("The path does not begin with a slash.");
        }
        var parts = Arrays.asList(raw.substring(1).split("/", -1));
        var segments = new String[parts.size()];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = segment(parts.get(i), i == segments.length - 1);
        }
        return new PlainPath(raw, List.of(segments));
    }

    private static String segment(String raw, boolean last) throws UnclearRequest {
        if (raw.isEmpty() && !last) {
            throw new UnclearRequest("The path holds two slashes in a row.");
        }
        if (raw.equals(".") || raw.equals("..")) {
            throw new UnclearRequest("The path holds a dot segment.");
        }
        return PercentCoding.decode(raw, "path", PlainPath::plain, PlainPath::encodable);
    }

    private static boolean plain(int c) {
        return PercentCoding.unreserved(c) || "!$&'()*+,=:@".indexOf(c) >= 0;
    }

    private static boolean encodable(int octet) {
        return !PercentCoding.unreserved(octet) && !PercentCoding.control(octet) && "/\\;%".indexOf(octet) < 0;
    }

    String decoded() {
        return "/" + String.join("/", segments);
    }

    /// With `{id}` in place of what looks like an identifier.
    String template() {
        return "/"
                + String.join(
                        "/",
                        segments.stream()
                                .map(segment -> identifier(segment) ? "{id}" : segment)
                                .toList());
    }

    static boolean identifier(String segment) {
        return IDENTIFIER.matcher(segment).matches()
                && !VERSION.matcher(segment).matches();
    }
}
