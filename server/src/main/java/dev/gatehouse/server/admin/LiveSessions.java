package dev.gatehouse.server.admin;

import dev.gatehouse.control.admin.ports.OpenSessions;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.gateway.Sessions;
import java.util.List;
import java.util.function.Predicate;

/// The gateway's open sessions, as the API sees them.
public final class LiveSessions implements OpenSessions {
    private final Sessions sessions;
    private final boolean watchable;

    /// @param watchable whether anybody may watch one while it goes on
    public LiveSessions(Sessions sessions, boolean watchable) {
        this.sessions = sessions;
        this.watchable = watchable;
    }

    @Override
    public List<Open> list() {
        return sessions.list().stream().map(LiveSessions::open).toList();
    }

    @Override
    public int end(Predicate<Open> which, String reason, String message) {
        return sessions.end(session -> which.test(open(session)), reason, message);
    }

    @Override
    public boolean watchable() {
        return watchable;
    }

    private static Open open(Session session) {
        return new Open(session.id(), session.principal(), session.connectionName());
    }
}
