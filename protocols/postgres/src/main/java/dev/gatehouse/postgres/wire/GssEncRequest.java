package dev.gatehouse.postgres.wire;

/// GSSENCRequest (F): asks for GSSAPI encryption; the answer is the single byte `G` or `N`.
public record GssEncRequest() implements StartupPacket {
    static final int CODE = 5680;

    @Override
    public void encode(MessageWriter out) {
        out.beginUntyped().int16(REQUEST).int16(CODE).end();
    }
}
