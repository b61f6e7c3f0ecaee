package dev.gatehouse.http.wire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where the body of a message ends (RFC 9112 section 6). Whatever could be read in two ways is malformed: that is how
/// requests are smuggled.
public sealed interface Framing {
    Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    record Empty() implements Framing {}

    record Length(long bytes) implements Framing {}

    record Chunked() implements Framing {}

    /// Answers only: until the target closes.
    record UntilClose() implements Framing {}

    static Framing ofRequest(RequestHead head) throws MalformedHttp {
        return stated(head.headers(), head.minor()).orElseGet(Empty::new);
    }

    /// @param method of the request that it answers
    static Framing ofResponse(ResponseHead head, String method) throws MalformedHttp {
        var stated = stated(head.headers(), head.minor());
        if (method.equals("HEAD") || head.status() == 204 || head.status() == 304) {
            return new Empty();
        }
        return stated.orElseGet(UntilClose::new);
    }

    private static Optional<Framing> stated(Headers headers, int minor) throws MalformedHttp {
        var encodings = headers.all("Transfer-Encoding");
        var length = headers.one("Content-Length");
        if (encodings.isEmpty()) {
            return length.isPresent() ? Optional.of(length(length.get())) : Optional.empty();
        }
        if (length.isPresent()) {
            throw new MalformedHttp("Content-Length and Transfer-Encoding together leave open where the body ends.");
        }
        if (minor == 0 || !encodings.stream().map(Framing::lower).toList().equals(List.of("chunked"))) {
            throw new MalformedHttp("Only Transfer-Encoding: chunked is understood, in HTTP/1.1.");
        }
        return Optional.of(new Chunked());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Framing length(String text) throws MalformedHttp {
        if (!LENGTH.matcher(text).matches()) {
            throw new MalformedHttp("Content-Length is not a number.");
        }
        long bytes = Long.parseLong(text);
        return bytes == 0 ? new Empty() : new Length(bytes);
    }

    /// The size in a chunk's first line (RFC 9112 section 7.1); extensions are not understood.
    static int chunkSize(String line) throws MalformedHttp {
        if (line.isEmpty()
                || line.length() > 7
                || !line.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128)) {
            throw new MalformedHttp("A chunk does not begin with its size.");
        }
        return Integer.parseInt(line, 16);
    }
}
