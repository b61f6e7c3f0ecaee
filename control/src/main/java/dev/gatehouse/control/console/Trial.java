package dev.gatehouse.control.console;

import dev.gatehouse.api.Explanation;
import java.util.List;
import java.util.Optional;

/// A statement in the playground and what would be decided about it.
///
/// @param connections those that whoever looks may use
/// @param complaint why it cannot be told; empty when it can
public record Trial(
        List<String> connections,
        String connection,
        String sql,
        String purpose,
        Optional<Explanation> explanation,
        String complaint) {
    public Trial {
        connections = List.copyOf(connections);
    }
}
