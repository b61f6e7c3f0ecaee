package dev.gatehouse.postgres.wire;

/// Execute (F): runs a portal.
///
/// @param maximumRows 0 for all
public record Execute(String portal, int maximumRows) implements FrontendMessage {
    static final byte TYPE = 'E';

    static Execute decode(MessageReader in) {
        return new Execute(in.string(), in.int32());
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).string(portal).int32(maximumRows).end();
    }
}
