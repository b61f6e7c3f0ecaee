package dev.gatehouse.api;

/// Why a request was not done, and what to do instead (RFC 9457, `application/problem+json`).
///
/// @param type a URI reference that names the kind of problem, such as `urn:gatehouse:problem:not-allowed`
/// @param title the kind in words
/// @param status the HTTP status, repeated
/// @param detail this case, in a sentence that says what to do
public record Problem(String type, String title, int status, String detail) {
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String PREFIX = "urn:gatehouse:problem:";

    /// @param word the kind, such as `not-allowed`
    public static Problem of(int status, String word, String title, String detail) {
        return new Problem(PREFIX + word, title, status, detail);
    }
}
