package dev.gatehouse.postgres.wire;

/// Bytes that are not what PostgreSQL's protocol allows, or more of them than a limit allows.
///
/// The session that sees it ends. The text says sizes and names of messages, never contents.
public final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String sqlState;
    private final String text;

    public WireException(String sqlState, String text) {
        super(text);
        this.sqlState = sqlState;
        this.text = text;
    }

    /// The peer broke the protocol (08P01).
    public static WireException violation(String text) {
        return new WireException("08P01", text);
    }

    /// A limit of ours was reached (54000).
    public static WireException tooLarge(String text) {
        return new WireException("54000", text);
    }

    @Override
    public String getMessage() {
        return text;
    }

    /// The code for an ErrorResponse to the client.
    public String sqlState() {
        return sqlState;
    }
}
