package dev.gatehouse.http.relay;

import dev.gatehouse.gateway.Exchange;
import dev.gatehouse.http.target.HttpTarget;
import dev.gatehouse.http.target.Shown;
import dev.gatehouse.http.wire.RequestHead;
import dev.gatehouse.model.Slice;

/// One admitted call: everything that is sent, and what its answer is understood by.
///
/// @param path path and query below the connection's base, as the client sent them
/// @param ownPath what every path of the connection begins with at the gateway
/// @param last whether the client's connection is closed afterwards
record Call(
        Exchange exchange,
        HttpTarget target,
        Shown shown,
        RequestHead head,
        String path,
        String ownPath,
        Slice body,
        boolean last) {
    /// Whether an answer has no body, whatever its headers say.
    boolean bodiless() {
        return head.method().equals("HEAD");
    }
}
