package dev.gatehouse.control.console;

import dev.gatehouse.api.Overview;
import dev.gatehouse.api.Page;
import dev.gatehouse.api.RequestView;
import dev.gatehouse.api.SessionSummary;
import dev.gatehouse.api.UndeliveredNotification;
import dev.gatehouse.control.admin.Asked;
import dev.gatehouse.control.admin.Endpoint;
import dev.gatehouse.control.admin.Role;
import dev.gatehouse.control.console.pages.JteoverviewGenerated;
import java.util.List;
import java.util.Map;

/// The picture of the day.
final class OverviewPages {
    private static final int SHOWN = 8;

    private final Api api;

    OverviewPages(Api api) {
        this.api = api;
    }

    Reply show(Look look) throws Turned {
        var overview = api.read(look, Overview.class, Endpoint.OVERVIEW, asked(Map.of("slots", "48")));
        var view = new Day(overview, open(look), live(look), undelivered(look));
        return Pages.html(out -> JteoverviewGenerated.render(out, null, look, view));
    }

    private List<RequestView> open(Look look) throws Turned {
        Page<?> page = api.read(look, Page.class, Endpoint.LIST_REQUESTS, asked(Map.of("state", "pending")));
        return page.items().stream().map(RequestView.class::cast).toList();
    }

    private List<SessionSummary> live(Look look) throws Turned {
        Page<?> page = api.read(look, Page.class, Endpoint.FIND_SESSIONS, asked(Map.of("limit", "200")));
        return page.items().stream()
                .map(SessionSummary.class::cast)
                .filter(SessionSummary::live)
                .limit(SHOWN)
                .toList();
    }

    private List<UndeliveredNotification> undelivered(Look look) throws Turned {
        if (!look.is(Role.OPERATOR)) {
            return List.of();
        }
        return api.all(look, UndeliveredNotification.class, Endpoint.DEAD_LETTERS).reversed().stream()
                .limit(SHOWN)
                .toList();
    }

    private static Asked asked(Map<String, String> queries) {
        return Asked.of(Map.of(), queries, new byte[0]);
    }
}
