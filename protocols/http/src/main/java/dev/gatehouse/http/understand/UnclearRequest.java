package dev.gatehouse.http.understand;

/// A path, query or body that a target could read in another way than the rules. The message is for the client.
final class UnclearRequest extends Exception {
    private static final long serialVersionUID = 1L;

    UnclearRequest(String message) {
        super(message);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
