package dev.gatehouse.control.admin.ports;

import java.util.Optional;

/// Whether the gateway takes clients.
@FunctionalInterface
public interface Readiness {
    /// What is missing, in a few words without a name or an address; empty when ready.
    Optional<String> missing();
}
