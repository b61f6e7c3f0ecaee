package dev.gatehouse.http.relay;

import dev.gatehouse.gateway.Downstream;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.model.Slice;
import java.util.Optional;

/// A session on one client connection, and what it was opened with. It goes on as long as requests come with the same
/// proof, for the same connection and purpose.
///
/// @param turn begins with each request and ends with its answer
/// @param proof a digest of the header that proved who asks
record Visit(
        Session session,
        Downstream downstream,
        CallRelay relay,
        Turn turn,
        Slice proof,
        String connection,
        Optional<String> purpose) {
    boolean fits(Slice shown, String asked, Optional<String> stated) {
        return session.live() && proof.equals(shown) && connection.equals(asked) && purpose.equals(stated);
    }

    void end() {
        relay.close();
        session.closed();
    }
}
