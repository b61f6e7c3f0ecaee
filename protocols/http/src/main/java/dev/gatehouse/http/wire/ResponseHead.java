package dev.gatehouse.http.wire;

import dev.gatehouse.model.Slice;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// The first line and the header fields of an answer (RFC 9112 section 4).
///
/// @param minor of HTTP/1.x
public record ResponseHead(int minor, int status, String reason, Headers headers) {
    private static final Pattern STATUS = Pattern.compile("(HTTP/1\\.[01]) ([1-5][0-9]{2})(?: (.*))?");

    /// Reads a whole head, up to and including the empty line.
    public static ResponseHead parse(Slice bytes) throws MalformedHttp {
        var lines = new HeadLines(bytes);
        var line = STATUS.matcher(lines.first());
        if (!line.matches()) {
            throw new MalformedHttp("The first line is no status line.");
        }
        return new ResponseHead(
                HeadLines.minor(line.group(1)),
                Integer.parseInt(line.group(2)),
                line.group(3) == null ? "" : line.group(3),
                lines.headers());
    }

    /// As it goes over the wire.
    public Slice encode() {
        var text = new StringBuilder("HTTP/1.1 ").append(status).append(' ').append(reason);
        text.append("\r\n");
        for (Header header : headers.list()) {
            text.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        return Slice.of(text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
