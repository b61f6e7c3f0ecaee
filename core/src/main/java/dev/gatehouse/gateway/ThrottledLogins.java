package dev.gatehouse.gateway;

import dev.gatehouse.model.Id;

/// Gathers the logins that were refused without being looked at, so that a flood of them is a few entries of the record
/// and not a flood there too. A port; at once, and safe for many threads.
@FunctionalInterface
public interface ThrottledLogins {
    /// @param reason the word on record
    /// @param reference what the client is told
    void add(String source, String user, String reason, Id reference);
}
