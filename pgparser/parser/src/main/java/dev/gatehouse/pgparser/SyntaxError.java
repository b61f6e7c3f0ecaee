package dev.gatehouse.pgparser;

/// PostgreSQL would not accept this text, and says why in its own words. The parser remains usable.
public final class SyntaxError extends Exception {
    private static final long serialVersionUID = 1L;

    private final int position;

    /// Without a stack trace: it is an answer, not a bug, and anybody can provoke it.
    public SyntaxError(String message, int position) {
        super(message, null, false, false);
        this.position = position;
    }

    /// Where in the text, in characters (not bytes) from 1; 0 if it is not known. The same number as the server's
    /// error field `P`.
    public int position() {
        return position;
    }
}
