package dev.gatehouse.pgparser.build;

/// The parser cannot be built, and the message says what to do about it.
final class BuildFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BuildFailure(String message) {
        super(message);
    }
}
