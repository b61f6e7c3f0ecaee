package dev.gatehouse.postgres.wire;

/// CopyFail (F): the client gives up a COPY FROM STDIN.
public record CopyFail(String reason) implements FrontendMessage {
    static final byte TYPE = 'f';

    static CopyFail decode(MessageReader in) {
        return new CopyFail(in.lenientString());
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).string(reason).end();
    }
}
