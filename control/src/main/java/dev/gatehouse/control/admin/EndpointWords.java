package dev.gatehouse.control.admin;

import dev.gatehouse.api.ConfigurationDifference;
import dev.gatehouse.api.ConfigurationLoad;
import dev.gatehouse.api.ConnectionInfo;
import dev.gatehouse.api.CredentialCreated;
import dev.gatehouse.api.CredentialListed;
import dev.gatehouse.api.CredentialRequest;
import dev.gatehouse.api.ExplainRequest;
import dev.gatehouse.api.Explanation;
import dev.gatehouse.api.Health;
import dev.gatehouse.api.Overview;
import dev.gatehouse.api.RequestCreation;
import dev.gatehouse.api.RequestPreview;
import dev.gatehouse.api.RequestView;
import dev.gatehouse.api.RequestWords;
import dev.gatehouse.api.RuleInfo;
import dev.gatehouse.api.SessionDetail;
import dev.gatehouse.api.SessionEnding;
import dev.gatehouse.api.SessionReplay;
import dev.gatehouse.api.SessionSummary;
import dev.gatehouse.api.SessionWatch;
import dev.gatehouse.api.SignInWay;
import dev.gatehouse.api.SwitchRequest;
import dev.gatehouse.api.SwitchState;
import dev.gatehouse.api.UndeliveredNotification;
import dev.gatehouse.api.WatchRequest;
import dev.gatehouse.api.WhoAmI;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What the API's description says of an endpoint beyond the table.
///
/// @param queries the parameters it takes behind the question mark
/// @param paged whether it answers with a page of `answer`
record EndpointWords(
        String summary,
        List<String> queries,
        Optional<Class<?>> body,
        Optional<Class<?>> answer,
        boolean paged,
        String status) {
    private static final Map<Endpoint, EndpointWords> WORDS = words();

    /// One that nobody described yet is told by its name.
    static EndpointWords of(Endpoint endpoint) {
        return WORDS.getOrDefault(
                endpoint, bare(endpoint.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }

    private static EndpointWords bare(String summary) {
        return new EndpointWords(summary, List.of(), Optional.empty(), Optional.empty(), false, "200");
    }

    private static EndpointWords one(String summary, Class<?> answer) {
        return new EndpointWords(summary, List.of(), Optional.empty(), Optional.of(answer), false, "200");
    }

    private static EndpointWords page(String summary, Class<?> item, String... queries) {
        return new EndpointWords(summary, List.of(queries), Optional.empty(), Optional.of(item), true, "200");
    }

    private EndpointWords taking(Class<?> type) {
        return new EndpointWords(summary, queries, Optional.of(type), answer, paged, status);
    }

    private EndpointWords with(String... more) {
        return new EndpointWords(summary, List.of(more), body, answer, paged, status);
    }

    private EndpointWords answering(String code) {
        return new EndpointWords(summary, queries, body, answer, paged, code);
    }

    private static Map<Endpoint, EndpointWords> words() {
        var words = new EnumMap<Endpoint, EndpointWords>(Endpoint.class);
        words.put(Endpoint.HEALTH, one("Whether the process answers", Health.class));
        words.put(Endpoint.READINESS, one("Whether clients are served", Health.class));
        words.put(Endpoint.SIGN_IN_WAYS, page("Where people sign in", SignInWay.class));
        words.put(Endpoint.WHO_AM_I, one("Who the gateway takes the caller for", WhoAmI.class));
        words.put(
                Endpoint.LIST_CONNECTIONS,
                page("The connections that the caller may use", ConnectionInfo.class, "cursor", "limit"));
        words.put(
                Endpoint.CREATE_CREDENTIAL,
                one("A short-lived credential for a stock client", CredentialCreated.class)
                        .taking(CredentialRequest.class)
                        .answering("201"));
        words.put(
                Endpoint.LIST_CREDENTIALS,
                page("Credentials that have not expired", CredentialListed.class, "cursor", "limit"));
        words.put(
                Endpoint.REVOKE_CREDENTIAL,
                bare("Ends a credential and its sessions").answering("204"));
        switches(words);
        sessions(words);
        requests(words);
        rules(words);
        words.put(
                Endpoint.DEAD_LETTERS,
                page(
                        "Notifications about requests that never arrived",
                        UndeliveredNotification.class,
                        "cursor",
                        "limit"));
        words.put(Endpoint.DESCRIBE, bare("This description (OpenAPI 3.1)"));
        words.put(Endpoint.LOG_CHECKPOINT, bare("The log's signed checkpoint (C2SP tlog-checkpoint)"));
        words.put(Endpoint.LOG_TILE, bare("A tile of the log (C2SP tlog-tiles)"));
        return words;
    }

    private static void switches(Map<Endpoint, EndpointWords> words) {
        var off = one("Switches off, and ends what is open", SwitchState.class).taking(SwitchRequest.class);
        var on = one("Switches on again", SwitchState.class).taking(SwitchRequest.class);
        words.put(Endpoint.DISABLE_CONNECTION, off);
        words.put(Endpoint.ENABLE_CONNECTION, on);
        words.put(Endpoint.DISABLE_IDENTITY, off);
        words.put(Endpoint.ENABLE_IDENTITY, on);
    }

    private static void sessions(Map<Endpoint, EndpointWords> words) {
        words.put(
                Endpoint.FIND_SESSIONS,
                page(
                        "Sessions, the newest first",
                        SessionSummary.class,
                        "who",
                        "connection",
                        "since",
                        "until",
                        "verdict",
                        "table",
                        "category",
                        "cursor",
                        "limit"));
        words.put(Endpoint.SHOW_SESSION, one("A session with its statements", SessionDetail.class));
        words.put(Endpoint.SHOW_ANSWERS, one("What the client received, readable", SessionReplay.class));
        words.put(Endpoint.REPLAY_SESSION, bare("What the client received, byte for byte"));
        words.put(
                Endpoint.WATCH_SESSION,
                one("Begins to watch a session that goes on", SessionWatch.class)
                        .taking(WatchRequest.class));
        words.put(
                Endpoint.WATCHED,
                one("What happened since in a session that is watched", SessionWatch.class)
                        .with("after"));
        words.put(Endpoint.END_SESSION, one("Ends a session at once", SessionEnding.class));
    }

    private static void requests(Map<Endpoint, EndpointWords> words) {
        words.put(
                Endpoint.LIST_REQUESTS,
                page(
                        "Requests for approval, the newest first",
                        RequestView.class,
                        "state",
                        "connection",
                        "requester",
                        "mine",
                        "decidable",
                        "cursor",
                        "limit"));
        words.put(
                Endpoint.CREATE_REQUEST,
                one("Asks in advance; the header Idempotency-Key makes a repetition harmless", RequestView.class)
                        .taking(RequestCreation.class)
                        .answering("201"));
        words.put(Endpoint.SHOW_REQUEST, one("A request", RequestView.class));
        var decided = one("Decides a request", RequestView.class).taking(RequestWords.class);
        words.put(Endpoint.APPROVE_REQUEST, decided);
        words.put(Endpoint.DENY_REQUEST, decided);
        words.put(Endpoint.CONFIRM_REQUEST, one("Confirms what an agent asked", RequestView.class));
        words.put(Endpoint.PREVIEW_REQUEST, one("What a request's operation would do", RequestPreview.class));
        words.put(Endpoint.WITHDRAW_REQUEST, one("Withdraws a request", RequestView.class));
    }

    private static void rules(Map<Endpoint, EndpointWords> words) {
        words.put(Endpoint.LIST_RULES, page("The rules in force, with their hits", RuleInfo.class, "cursor", "limit"));
        words.put(
                Endpoint.EXPLAIN,
                one("What would be decided about a statement; runs nothing of it", Explanation.class)
                        .taking(ExplainRequest.class));
        words.put(
                Endpoint.LIST_LOADS,
                page("The loads of the configuration", ConfigurationLoad.class, "cursor", "limit"));
        words.put(Endpoint.COMPARE_LOADS, one("What changed between two loads", ConfigurationDifference.class));
        words.put(
                Endpoint.OVERVIEW,
                one("What passed the gateway in a stretch of time", Overview.class)
                        .with("since", "until", "slots"));
    }
}
