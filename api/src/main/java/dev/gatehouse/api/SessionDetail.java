package dev.gatehouse.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A session with everything that was asked in it, in order, and when its answers were delivered.
///
/// @param source the address that the client came from
/// @param client what the client called itself
/// @param checkpoint the size of the signed checkpoint that covers all of it and whose tree its entries were found in;
///     absent while there is none
/// @param watchable whether the caller may watch it now
/// @param exact whether the caller may have exactly the bytes that were delivered: not where masks of their own are
///     stricter than what the client was shown
/// @param protocol whose messages the delivered bytes are, such as `postgres`
public record SessionDetail(
        SessionSummary session,
        String protocol,
        Optional<String> source,
        Optional<String> client,
        List<OperationRecord> operations,
        List<Delivery> deliveries,
        Optional<Long> checkpoint,
        boolean watchable,
        boolean exact) {
    public SessionDetail {
        operations = List.copyOf(operations);
        deliveries = List.copyOf(deliveries);
    }

    public SessionDetail with(SessionSummary other) {
        return new SessionDetail(other, protocol, source, client, operations, deliveries, checkpoint, watchable, exact);
    }

    /// Bytes that went to the client.
    ///
    /// @param asked how many operations had been asked before
    /// @param bytes how many were delivered
    /// @param readable how many of them are still there; the rest was erased, and a replay leaves it out
    public record Delivery(Instant at, int asked, long bytes, long readable) {}
}
