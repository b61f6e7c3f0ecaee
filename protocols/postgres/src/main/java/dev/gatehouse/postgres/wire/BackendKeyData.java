package dev.gatehouse.postgres.wire;

import dev.gatehouse.model.Slice;

/// BackendKeyData (B): what a later CancelRequest must show.
///
/// @param key 4 bytes with protocol 3.0, up to 256 since 3.2; a secret
public record BackendKeyData(int processId, Slice key) implements BackendMessage {
    static final byte TYPE = 'K';

    static BackendKeyData decode(MessageReader in) {
        return new BackendKeyData(in.int32(), CancelRequest.key(in));
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE).int32(processId).bytes(key).end();
    }
}
