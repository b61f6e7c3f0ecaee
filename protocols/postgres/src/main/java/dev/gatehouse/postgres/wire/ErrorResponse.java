package dev.gatehouse.postgres.wire;

/// ErrorResponse (B): a statement failed, or the session ends. Texts may quote data.
public record ErrorResponse(Diagnostic diagnostic) implements BackendMessage {
    static final byte TYPE = 'E';

    static ErrorResponse decode(MessageReader in) {
        return new ErrorResponse(Diagnostic.decode(in));
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE);
        diagnostic.encode(out);
        out.end();
    }
}
