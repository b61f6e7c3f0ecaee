package dev.gatehouse.postgres.target;

import dev.gatehouse.model.Slice;
import dev.gatehouse.net.Dialer;
import dev.gatehouse.net.Wire;
import dev.gatehouse.postgres.wire.BackendKeyData;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A logged-in connection to a target, which waits for its first query.
///
/// @param address the one of the target's addresses that this connection is to: a cancel must go there
/// @param wire owned by whoever got this; close it to leave
/// @param parameters what ParameterStatus said at login
/// @param key for a CancelRequest; never shown to the client, who gets one of the gateway's own
/// @param pending bytes that were read after ReadyForQuery; nearly always empty, must be looked at before the wire
public record TargetSession(
        Dialer address, Wire wire, Map<String, String> parameters, Optional<BackendKeyData> key, Slice pending) {
    public TargetSession {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
