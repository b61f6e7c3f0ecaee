package dev.gatehouse.gateway;

import dev.gatehouse.masking.MaskRules;
import dev.gatehouse.model.Connection;
import dev.gatehouse.policy.Policy;
import java.util.Map;
import java.util.Optional;

/// One load of the configuration, as decisions see it. A reload replaces it as a whole.
///
/// @param digest SHA-256 over the configuration files, hexadecimal
public record InForce(Policy policy, MaskRules masks, Map<String, Connection> connections, String digest) {
    public InForce {
        connections = Map.copyOf(connections);
    }

    public Optional<Connection> connection(String name) {
        return Optional.ofNullable(connections.get(name));
    }
}
