package dev.gatehouse.postgres.wire;

import dev.gatehouse.model.Slice;
import java.util.Optional;

/// SASLInitialResponse (F): the mechanism that the client chose and its first message; see [PasswordMessage].
///
/// @param data empty where the client waits for a challenge
public record SaslInitialResponse(String mechanism, Optional<Slice> data) {
    static SaslInitialResponse decode(MessageReader in) {
        var mechanism = in.string();
        int length = in.int32();
        Optional<Slice> data = length == -1 ? Optional.empty() : Optional.of(in.bytes(length));
        in.end();
        return new SaslInitialResponse(mechanism, data);
    }

    /// As a message of type `p`.
    public void encode(MessageWriter out) {
        out.begin(PasswordMessage.TYPE).string(mechanism);
        data.ifPresentOrElse(bytes -> out.int32(bytes.length()).bytes(bytes), () -> out.int32(-1));
        out.end();
    }
}
