/// From a request to its answer. [dev.gatehouse.http.relay.Conversation] reads top to bottom as a client connection
/// goes;
/// [dev.gatehouse.http.relay.CallRelay] talks to the target, [dev.gatehouse.http.relay.Answer] brings back what it
/// said.
/// Everything that leaves goes through [dev.gatehouse.gateway.Upstream] or [dev.gatehouse.gateway.Downstream].
@NullMarked
package dev.gatehouse.http.relay;

import org.jspecify.annotations.NullMarked;
