package dev.gatehouse.http.wire;

/// Bytes that are no HTTP/1.1 message, or one that two readers could read differently. The message is for the other end
/// and repeats nothing of what it sent.
public final class MalformedHttp extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedHttp(String message) {
        super(message);
    }

    public String text() {
        return String.valueOf(getMessage());
    }
}
