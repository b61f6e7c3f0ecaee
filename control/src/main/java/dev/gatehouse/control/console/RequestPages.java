package dev.gatehouse.control.console;

import dev.gatehouse.api.Page;
import dev.gatehouse.api.RequestPreview;
import dev.gatehouse.api.RequestView;
import dev.gatehouse.api.RequestWords;
import dev.gatehouse.control.admin.Asked;
import dev.gatehouse.control.admin.Endpoint;
import dev.gatehouse.control.console.pages.JterequestGenerated;
import dev.gatehouse.control.console.pages.JterequestsGenerated;
import dev.gatehouse.control.console.pages.JterequestslistGenerated;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lists, shows and decides requests for approval.
final class RequestPages {
    private static final Set<String> VIEWS = Set.of("mine", "open", "all");

    private final Api api;

    RequestPages(Api api) {
        this.api = api;
    }

    /// The query's `view` is `decide` (those that wait for whoever looks), `mine`, `open` or `all`.
    public Reply list(Look look, Visit visit) throws Turned {
        String view = visit.query("view").filter(VIEWS::contains).orElse("decide");
        Map<String, String> queries = switch (view) {
            case "mine" -> Map.of("mine", "true");
            case "open" -> Map.of("state", "pending");
            case "all" -> Map.of();
            default -> Map.of("state", "pending", "decidable", "true");
        };
        var found = new FoundRequests(requests(look, queries, visit.query("cursor")), view);
        return visit.partly()
                ? Pages.html(out -> JterequestslistGenerated.render(out, null, look, found))
                : Pages.html(out -> JterequestsGenerated.render(out, null, look, found));
    }

    private Page<RequestView> requests(Look look, Map<String, String> queries, Optional<String> cursor) throws Turned {
        var all = new java.util.HashMap<>(queries);
        cursor.ifPresent(at -> all.put("cursor", at));
        Page<?> page = api.read(look, Page.class, Endpoint.LIST_REQUESTS, Asked.of(Map.of(), all, new byte[0]));
        return new Page<>(page.items().stream().map(RequestView.class::cast).toList(), page.cursor());
    }

    Reply show(Look look, Visit visit) throws Turned {
        return shown(look, visit, 200, Optional.empty(), Optional.empty());
    }

    private Reply shown(
            Look look, Visit visit, int status, Optional<String> complaint, Optional<RequestPreview> preview)
            throws Turned {
        var request = api.read(look, RequestView.class, Endpoint.SHOW_REQUEST, visit.asked(Map.of()));
        List<RequestView> before =
                requests(look, Map.of("requester", request.requester(), "limit", "6"), Optional.empty())
                        .items()
                        .stream()
                        .filter(other -> !other.id().equals(request.id()))
                        .toList();
        return Pages.html(
                status,
                out -> JterequestGenerated.render(
                        out, null, look, new ShownRequest(request, before, complaint, preview)));
    }

    Reply approve(Look look, Visit visit) throws Turned, IOException {
        return said(look, visit, Endpoint.APPROVE_REQUEST);
    }

    /// A denial without words is asked for again, because the client reads them.
    Reply deny(Look look, Visit visit) throws Turned, IOException {
        return visit.field("because").isBlank()
                ? shown(look, visit, 400, Optional.of("request.words-missing"), Optional.empty())
                : said(look, visit, Endpoint.DENY_REQUEST);
    }

    private Reply said(Look look, Visit visit, Endpoint endpoint) throws Turned, IOException {
        Optional<String> because = Optional.of(visit.field("because").strip()).filter(words -> !words.isEmpty());
        api.read(look, RequestView.class, endpoint, visit.asked(new RequestWords(because)));
        return back(visit);
    }

    /// What the operation would do; that somebody looked is on record.
    Reply preview(Look look, Visit visit) throws Turned {
        var preview = api.read(look, RequestPreview.class, Endpoint.PREVIEW_REQUEST, visit.asked(Map.of()));
        return shown(look, visit, 200, Optional.empty(), Optional.of(preview));
    }

    Reply confirm(Look look, Visit visit) throws Turned {
        api.read(look, RequestView.class, Endpoint.CONFIRM_REQUEST, visit.asked(Map.of()));
        return back(visit);
    }

    Reply withdraw(Look look, Visit visit) throws Turned {
        api.read(look, RequestView.class, Endpoint.WITHDRAW_REQUEST, visit.asked(Map.of()));
        return back(visit);
    }

    private static Reply back(Visit visit) {
        return new Reply.See("/requests/" + visit.path("id"));
    }

    /// How many wait for whoever looks, at most a few dozen.
    int waiting(Look look) {
        try {
            return requests(look, Map.of("state", "pending", "decidable", "true"), Optional.empty())
                    .items()
                    .size();
        } catch (Turned unknown) {
            return 0;
        }
    }
}
