package dev.gatehouse.postgres.wire;

/// PortalSuspended (B): Execute reached its maximum of rows.
public record PortalSuspended() implements BackendMessage {
    static final byte TYPE = 's';

    static PortalSuspended decode(MessageReader in) {
        return new PortalSuspended();
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).end();
    }
}
