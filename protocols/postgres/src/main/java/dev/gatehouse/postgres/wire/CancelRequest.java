package dev.gatehouse.postgres.wire;

import dev.gatehouse.model.Slice;

/// CancelRequest (F): asks to interrupt what another connection runs.
///
/// @param key as in that connection's BackendKeyData, 4 to 256 bytes; a secret
public record CancelRequest(int processId, Slice key) implements StartupPacket {
    static final int CODE = 5678;

    static CancelRequest decode(MessageReader in) {
        return new CancelRequest(in.int32(), key(in));
    }

    static Slice key(MessageReader in) {
        if (in.remaining() < 4 || in.remaining() > 256) {
            throw WireException.violation("a cancel key has 4 to 256 bytes, not " + in.remaining());
        }
        return in.rest();
    }

    @Override
    public void encode(MessageWriter out) {
        out.beginUntyped()
                .int16(REQUEST)
                .int16(CODE)
                .int32(processId)
                .bytes(key)
                .end();
    }
}
