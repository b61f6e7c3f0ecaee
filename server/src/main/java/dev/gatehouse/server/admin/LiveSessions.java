package dev.gatehouse.server.admin;

import dev.gatehouse.control.admin.ports.OpenSessions;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.gateway.Sessions;
import dev.gatehouse.model.Id;
import dev.gatehouse.server.settings.SessionSettings.Watch;
import java.util.List;
import java.util.function.Predicate;

/// The gateway's open sessions, as the API sees them.
public final class LiveSessions implements OpenSessions {
    private static final String WATCHED =
            "An auditor of this gateway watches this session from now on. Who, and what for, is on record.";

    private final Sessions sessions;
    private final Watch watch;

    public LiveSessions(Sessions sessions, Watch watch) {
        this.sessions = sessions;
        this.watch = watch;
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
        return watch != Watch.OFF;
    }

    @Override
    public void watched(Id id) {
        if (watch == Watch.TOLD) {
            sessions.list().stream()
                    .filter(session -> session.id().equals(id))
                    .forEach(session -> session.announcements().say(WATCHED));
        }
    }

    private static Open open(Session session) {
        return new Open(session.id(), session.principal(), session.connectionName());
    }
}
