package dev.gatehouse.spi;

import dev.gatehouse.net.Wire;

/// One wire protocol, such as PostgreSQL's.
///
/// A protocol logs clients in through [dev.gatehouse.gateway.Login], asks [dev.gatehouse.gateway.Session#admit] for
/// each
/// operation it understood, sends through [dev.gatehouse.gateway.Upstream] and answers through
/// [dev.gatehouse.gateway.Downstream]. What it does not understand it refuses, in its own words.
public interface Protocol {
    /// The word under `type:` in a connection.
    String type();

    /// Serves one client until it or the target is gone, on the calling thread. The caller closes the wire.
    void serve(Wire client);
}
