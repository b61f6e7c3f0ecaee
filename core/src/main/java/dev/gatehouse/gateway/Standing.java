package dev.gatehouse.gateway;

import java.util.Optional;

/// Whether whoever opened a session is still who may use it. Asked when people have let something go on that waited for
/// them: the switch and the revocation end sessions, too, but a moment later.
@FunctionalInterface
interface Standing {
    /// Nothing was proved that could be withdrawn.
    Standing GOOD = Optional::empty;

    /// A sentence for the client; empty while nothing is lost.
    Optional<String> lost();
}
