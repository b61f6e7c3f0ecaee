package dev.gatehouse.postgres.wire;

import dev.gatehouse.model.Slice;

/// CopyData (F & B): a piece of a COPY stream; pieces need not be rows.
public record CopyData(Slice data) implements FrontendMessage, BackendMessage {
    static final byte TYPE = 'd';

    static CopyData decode(MessageReader in) {
        return new CopyData(in.rest());
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).bytes(data).end();
    }
}
