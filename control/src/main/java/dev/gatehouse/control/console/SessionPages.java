package dev.gatehouse.control.console;

import dev.gatehouse.api.Page;
import dev.gatehouse.api.SessionDetail;
import dev.gatehouse.api.SessionReplay;
import dev.gatehouse.api.SessionSummary;
import dev.gatehouse.api.SessionWatch;
import dev.gatehouse.api.WatchRequest;
import dev.gatehouse.control.admin.Answer;
import dev.gatehouse.control.admin.Endpoint;
import dev.gatehouse.control.console.pages.JtereplayGenerated;
import dev.gatehouse.control.console.pages.JtesessionGenerated;
import dev.gatehouse.control.console.pages.JtesessionsGenerated;
import dev.gatehouse.control.console.pages.JtesessionslistGenerated;
import dev.gatehouse.control.console.pages.JtewatchGenerated;
import dev.gatehouse.control.console.pages.JtewatchedGenerated;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds, shows, replays and ends sessions.
final class SessionPages {
    private static final List<String> FILTERS =
            List.of("who", "connection", "table", "category", "verdict", "since", "until", "cursor");
    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private final Api api;

    SessionPages(Api api) {
        this.api = api;
    }

    Reply list(Look look, Visit visit) throws Turned {
        var filters = new HashMap<String, String>();
        var queries = new HashMap<String, String>();
        for (String name : FILTERS) {
            visit.query(name).ifPresent(value -> {
                filters.put(name, value);
                queries.put(name, value.matches(DAY) ? value + "T00:00:00Z" : value);
            });
        }
        Page<?> page = api.read(look, Page.class, Endpoint.FIND_SESSIONS, visit.asked(queries));
        var found = new FoundSessions(
                page.items().stream().map(SessionSummary.class::cast).toList(), page.cursor(), filters);
        return visit.partly()
                ? Pages.html(out -> JtesessionslistGenerated.render(out, null, look, found))
                : Pages.html(out -> JtesessionsGenerated.render(out, null, look, found));
    }

    Reply show(Look look, Visit visit) throws Turned {
        var detail = api.read(look, SessionDetail.class, Endpoint.SHOW_SESSION, visit.asked(Map.of()));
        return Pages.html(out -> JtesessionGenerated.render(out, null, look, detail));
    }

    Reply replay(Look look, Visit visit) throws Turned {
        var replay = api.read(look, SessionReplay.class, Endpoint.SHOW_ANSWERS, visit.asked(Map.of()));
        return Pages.html(out -> JtereplayGenerated.render(out, null, look, replay));
    }

    /// The exact bytes, to keep.
    Reply bytes(Look look, Visit visit) throws Turned {
        var stream = api.ask(look, Answer.Stream.class, Endpoint.REPLAY_SESSION, visit.asked(Map.of()));
        return new Reply.Download(stream, "session-" + visit.path("id") + ".bin");
    }

    /// Begins to watch; without words what for, or where watching is off, the problem is told.
    Reply watch(Look look, Visit visit) throws Turned, IOException {
        var wish = new WatchRequest(visit.field("because").strip());
        var seen = api.read(look, SessionWatch.class, Endpoint.WATCH_SESSION, visit.asked(wish));
        return Pages.html(out -> JtewatchGenerated.render(out, null, look, seen));
    }

    /// What happened since, to be put behind what is shown.
    Reply watched(Look look, Visit visit) throws Turned {
        Map<String, String> after =
                visit.query("after").map(from -> Map.of("after", from)).orElse(Map.of());
        var seen = api.read(look, SessionWatch.class, Endpoint.WATCHED, visit.asked(after));
        return Pages.html(out -> JtewatchedGenerated.render(out, null, look, seen));
    }

    Reply end(Look look, Visit visit) throws Turned {
        api.read(look, Object.class, Endpoint.END_SESSION, visit.asked(Map.of()));
        return new Reply.See("/sessions/" + visit.path("id"));
    }
}
