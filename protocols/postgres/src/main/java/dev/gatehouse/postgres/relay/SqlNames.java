package dev.gatehouse.postgres.relay;

import dev.gatehouse.postgres.Understanding.Understood;
import dev.gatehouse.postgres.relay.Expected.ErrorWords;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Names given by SQL's PREPARE and DECLARE. The target keeps them together with those of the protocol's prepared
/// statements and portals, so a name that meant something in one way must not come to mean something else in the
/// other. One thread, the client's side.
final class SqlNames {
    private final Conversation conversation;
    private final Set<String> prepared = new HashSet<>();
    private final Set<String> cursors = new HashSet<>();

    SqlNames(Conversation conversation) {
        this.conversation = conversation;
    }

    /// Takes note of what a text gives names to; or says which of them the protocol uses.
    Optional<ErrorWords> give(Understood understood) {
        for (String name : understood.prepares()) {
            if (conversation.statements().has(name)) {
                return Optional.of(taken(name));
            }
        }
        for (String name : understood.cursors().keySet()) {
            if (conversation.portals().has(name)) {
                return Optional.of(taken(name));
            }
        }
        prepared.addAll(understood.prepares());
        cursors.addAll(understood.cursors().keySet());
        return Optional.empty();
    }

    /// Why the protocol may not give this name to a prepared statement.
    Optional<ErrorWords> statement(String name) {
        return prepared.contains(name) ? Optional.of(taken(name)) : Optional.empty();
    }

    /// Why the protocol may not give this name to a portal.
    Optional<ErrorWords> portal(String name) {
        return cursors.contains(name) ? Optional.of(taken(name)) : Optional.empty();
    }

    private static ErrorWords taken(String name) {
        return ErrorWords.of(
                "0A000",
                "The name \"" + name + "\" is used in SQL and by the protocol; Gatehouse cannot follow both.",
                "Use another name.");
    }
}
