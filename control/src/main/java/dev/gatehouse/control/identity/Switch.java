package dev.gatehouse.control.identity;

import dev.gatehouse.model.Identity;
import java.time.Instant;

/// Something an operator can turn off.
public sealed interface Switch {
    record OfConnection(String name) implements Switch {}

    /// Stops also whoever acts for the identity and whatever it owns.
    record OfIdentity(Identity identity) implements Switch {}

    /// That it is off, since when and why.
    ///
    /// @param by who turned it off, as text for people
    record Off(Switch what, Instant since, String by, String because) {}
}
