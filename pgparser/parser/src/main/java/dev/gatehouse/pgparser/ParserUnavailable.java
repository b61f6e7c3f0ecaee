package dev.gatehouse.pgparser;

/// No tree could be made, though the statement may be valid: it is too large, the parser failed on it, or all are busy.
/// The message is the reason. The statement must be refused.
public final class ParserUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    ParserUnavailable(String reason) {
        super(reason);
    }
}
