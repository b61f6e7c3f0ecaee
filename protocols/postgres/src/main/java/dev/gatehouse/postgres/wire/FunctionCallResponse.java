package dev.gatehouse.postgres.wire;

import dev.gatehouse.model.Slice;
import java.util.Optional;

/// FunctionCallResponse (B): what a function returned, empty for NULL.
public record FunctionCallResponse(Optional<Slice> value) implements BackendMessage {
    static final byte TYPE = 'V';

    static FunctionCallResponse decode(MessageReader in) {
        int length = in.int32();
        return new FunctionCallResponse(length == -1 ? Optional.empty() : Optional.of(in.bytes(length)));
    }

    @Override
    public void encode(MessageWriter out) {
        out.begin(TYPE);
        value.ifPresentOrElse(bytes -> out.int32(bytes.length()).bytes(bytes), () -> out.int32(-1));
        out.end();
    }
}
