package dev.gatehouse.postgres.auth;

/// The other side broke the rules of SCRAM, or could not prove itself. The text says which rule, never a value.
public final class ScramException extends Exception {
    private static final long serialVersionUID = 1;

    private final String text;

    public ScramException(String text) {
        super(text);
        this.text = text;
    }

    @Override
    public String getMessage() {
        return text;
    }
}
