package dev.gatehouse.postgres.wire;

/// CopyDone (F & B): a COPY stream ends well.
public record CopyDone() implements FrontendMessage, BackendMessage {
    static final byte TYPE = 'c';

    static CopyDone decode(MessageReader in) {
        return new CopyDone();
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).end();
    }
}
