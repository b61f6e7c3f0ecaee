package dev.gatehouse.pgparser;

/// The parser failed for a reason that is not the statement's: its memory cannot be trusted any more. Throw it away.
public final class ParserBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ParserBroken(String message, Throwable cause) {
        super(message, cause);
    }

    ParserBroken(String message) {
        super(message);
    }
}
