package dev.gatehouse.control.admin.ports;

import dev.gatehouse.model.Id;
import dev.gatehouse.model.Principal;
import java.util.List;
import java.util.function.Predicate;

/// The sessions that are open now.
public interface OpenSessions {
    List<Open> list();

    /// Tells every session that `which` names to end; returns how many. Nothing is admitted in them any more.
    ///
    /// @param reason a word for the record
    /// @param message a sentence for the client
    int end(Predicate<Open> which, String reason, String message);

    /// Whether the configuration lets anybody watch a session while it goes on.
    default boolean watchable() {
        return false;
    }

    /// Somebody watches this session from now on; its client hears of it where the configuration says so.
    default void watched(Id session) {}

    record Open(Id id, Principal principal, String connection) {}
}
