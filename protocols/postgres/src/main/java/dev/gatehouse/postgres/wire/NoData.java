package dev.gatehouse.postgres.wire;

/// NoData (B): what was described returns no rows.
public record NoData() implements BackendMessage {
    static final byte TYPE = 'n';

    static NoData decode(MessageReader in) {
        return new NoData();
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).end();
    }
}
