package dev.gatehouse.control.console;

import dev.gatehouse.api.SessionSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A page of sessions and what was asked for.
public record FoundSessions(List<SessionSummary> sessions, Optional<String> cursor, Map<String, String> filters) {
    public FoundSessions {
        sessions = List.copyOf(sessions);
        filters = Map.copyOf(filters);
    }

    public String filter(String name) {
        return filters.getOrDefault(name, "");
    }

    public boolean filtered() {
        return filters.keySet().stream().anyMatch(name -> !name.equals("cursor"));
    }

    public List<SessionSummary> live() {
        return sessions.stream().filter(SessionSummary::live).toList();
    }

    /// The address of the page behind this one.
    public String more() {
        var query = new StringBuilder("/sessions?");
        filters.forEach((name, value) -> {
            if (!name.equals("cursor")) {
                query.append(Api.encoded(name))
                        .append('=')
                        .append(Api.encoded(value))
                        .append('&');
            }
        });
        return query + "cursor=" + Api.encoded(cursor.orElse(""));
    }
}
