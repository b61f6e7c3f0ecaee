package dev.gatehouse.postgres.wire;

/// NoticeResponse (B): the server has something to say. Texts may quote data.
public record NoticeResponse(Diagnostic diagnostic) implements BackendMessage {
    static final byte TYPE = 'N';

    static NoticeResponse decode(MessageReader in) {
        return new NoticeResponse(Diagnostic.decode(in));
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE);
        diagnostic.encode(out);
        out.end();
    }
}
