package dev.gatehouse.postgres.target;

import dev.gatehouse.net.Dialer;
import dev.gatehouse.net.Wire;
import dev.gatehouse.postgres.wire.BackendKeyData;
import dev.gatehouse.postgres.wire.ErrorResponse;
import dev.gatehouse.postgres.wire.NoticeResponse;
import dev.gatehouse.postgres.wire.ParameterStatus;
import dev.gatehouse.postgres.wire.ReadyForQuery;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Collects what a server says between AuthenticationOk and its first ReadyForQuery.
final class TargetReady {
    private TargetReady() {}

    static TargetSession await(Dialer address, Wire wire, MessageStream stream) throws IOException, LoginFailure {
        var parameters = new LinkedHashMap<String, String>();
        Optional<BackendKeyData> key = Optional.empty();
        while (true) {
            switch (stream.receive()) {
                case ParameterStatus(String name, String value) -> parameters.put(name, value);
                case BackendKeyData data -> key = Optional.of(data);
                case ReadyForQuery _ -> {
                    return new TargetSession(address, wire, parameters, key, stream.pending());
                }
                case NoticeResponse _ -> {}
                case ErrorResponse(var diagnostic) -> throw LoginFailure.refused(diagnostic);
                default -> throw LoginFailure.notTrusted("08P01", "the target sent something else than its settings");
            }
        }
    }
}
