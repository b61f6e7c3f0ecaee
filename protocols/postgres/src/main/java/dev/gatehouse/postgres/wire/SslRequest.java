package dev.gatehouse.postgres.wire;

/// SSLRequest (F): asks for TLS; the answer is the single byte `S` or `N`.
public record SslRequest() implements StartupPacket {
    static final int CODE = 5679;

    @Override
    public void encode(MessageWriter out) {
        out.beginUntyped().int16(REQUEST).int16(CODE).end();
    }
}
