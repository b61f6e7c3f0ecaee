package dev.gatehouse.policy;

import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Principal;
import java.time.Instant;
import java.util.Optional;

/// All that a rule may look at: who asks, of which connection, for what, why, when and from where.
///
/// @param purpose the stated purpose's id
/// @param sourceIp the client's address as text
public record Facts(
        Principal who,
        Connection connection,
        Operation operation,
        Optional<String> purpose,
        Instant now,
        String sourceIp) {

    /// Whether the operation obtains a way around the gateway, such as a password of its own.
    public boolean mintsCredential() {
        return switch (operation) {
            case Operation.Statement statement -> statement.facts().mintsCredential();
            case Operation.HttpCall _, Operation.Own _ -> false;
        };
    }
}
