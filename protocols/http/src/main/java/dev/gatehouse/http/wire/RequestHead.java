package dev.gatehouse.http.wire;

import dev.gatehouse.model.Slice;

/// The first line and the header fields of a request (RFC 9112 section 3).
///
/// @param target as sent
/// @param minor of HTTP/1.x
public record RequestHead(String method, String target, int minor, Headers headers) {

    /// Reads a whole head, up to and including the empty line.
    public static RequestHead parse(Slice bytes) throws MalformedHttp {
        var lines = new HeadLines(bytes);
        var parts = lines.first().split(" ", -1);
        if (parts.length != 3 || !HeadLines.token(parts[0]) || parts[1].isEmpty() || !visible(parts[1])) {
            throw new MalformedHttp("The first line is not METHOD TARGET HTTP/1.1.");
        }
        var head = new RequestHead(parts[0], parts[1], HeadLines.minor(parts[2]), lines.headers());
        var host = head.headers().one("Host");
        if (host.isEmpty() && head.minor() > 0) {
            throw new MalformedHttp("HTTP/1.1 asks for a Host header.");
        }
        for (String once : new String[] {"Authorization", "Content-Type", "Content-Encoding", "X-Gatehouse-Purpose"}) {
            head.headers().one(once);
        }
        return head;
    }

    private static boolean visible(String target) {
        return target.chars().allMatch(c -> c > ' ' && c < 127);
    }

    /// Whether the client wants to go on with this connection afterwards.
    public boolean keepsAlive() {
        return minor > 0 && !headers.lists("Connection", "close");
    }
}
