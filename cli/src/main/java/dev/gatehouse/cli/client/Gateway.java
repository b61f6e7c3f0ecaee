package dev.gatehouse.cli.client;

import dev.gatehouse.api.ConnectionInfo;
import dev.gatehouse.api.CredentialCreated;
import dev.gatehouse.api.CredentialListed;
import dev.gatehouse.api.CredentialRequest;
import dev.gatehouse.api.Page;
import dev.gatehouse.api.RequestCreation;
import dev.gatehouse.api.RequestQuery;
import dev.gatehouse.api.RequestView;
import dev.gatehouse.api.RequestWords;
import dev.gatehouse.api.SessionDetail;
import dev.gatehouse.api.SessionEnding;
import dev.gatehouse.api.SessionQuery;
import dev.gatehouse.api.SessionReplay;
import dev.gatehouse.api.SessionSummary;
import dev.gatehouse.api.SessionWatch;
import dev.gatehouse.api.SignInWay;
import dev.gatehouse.api.SwitchRequest;
import dev.gatehouse.api.SwitchState;
import dev.gatehouse.api.WatchRequest;
import dev.gatehouse.api.WhoAmI;
import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.SessionSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;

/// One gateway's admin API. Every call throws [CommandFailed] when the gateway refuses or cannot be reached.
public final class Gateway implements SessionSource {
    private static final String API = "/api/v1";

    private final Http http;

    public Gateway(GatewayAddress address) {
        http = new Http(address);
    }

    /// Where people sign in; needs no token.
    public List<SignInWay> ways() {
        JavaType type = Json.MAPPER.getTypeFactory().constructParametricType(Page.class, SignInWay.class);
        try {
            Page<SignInWay> page = Json.MAPPER.readValue(http.openly(API + "/sign-in"), type);
            return page.items();
        } catch (JacksonException strange) {
            throw notUnderstood();
        }
    }

    public WhoAmI whoAmI() {
        return ask("GET", "/whoami", "", WhoAmI.class);
    }

    public List<ConnectionInfo> connections() {
        return all("/connections", ConnectionInfo.class);
    }

    public CredentialCreated createCredential(String connection, CredentialRequest request) {
        String path = "/connections/" + encoded(connection) + "/credentials";
        return ask("POST", path, Json.line(request), CredentialCreated.class);
    }

    public List<CredentialListed> credentials() {
        return all("/credentials", CredentialListed.class);
    }

    public void revokeCredential(String id) {
        http.send("DELETE", API + "/credentials/" + encoded(id), "");
    }

    public SwitchState disableConnection(String name, Optional<String> because) {
        return change("PUT", "/switches/connections/" + encoded(name), Json.line(new SwitchRequest(because)));
    }

    public SwitchState enableConnection(String name) {
        return change("DELETE", "/switches/connections/" + encoded(name), "");
    }

    public SwitchState disableIdentity(String issuer, String id, Optional<String> because) {
        String path = "/switches/identities/" + encoded(issuer) + "/" + encoded(id);
        return change("PUT", path, Json.line(new SwitchRequest(because)));
    }

    public SwitchState enableIdentity(String issuer, String id) {
        return change("DELETE", "/switches/identities/" + encoded(issuer) + "/" + encoded(id), "");
    }

    private SwitchState change(String method, String path, String body) {
        return ask(method, path, body, SwitchState.class);
    }

    @Override
    public Page<SessionSummary> find(SessionQuery query) {
        var parts = new ArrayList<String>();
        parts.add("limit=" + query.limit());
        add(parts, "who", query.who());
        add(parts, "connection", query.connection());
        add(parts, "since", query.since().map(Object::toString));
        add(parts, "until", query.until().map(Object::toString));
        add(parts, "verdict", query.verdict());
        add(parts, "table", query.table());
        add(parts, "category", query.category());
        add(parts, "cursor", query.cursor());
        return page("/sessions?" + String.join("&", parts), SessionSummary.class);
    }

    private static void add(List<String> parts, String name, Optional<String> value) {
        value.ifPresent(text -> parts.add(name + "=" + encoded(text)));
    }

    @Override
    public SessionDetail show(String id) {
        return ask("GET", "/sessions/" + encoded(id), "", SessionDetail.class);
    }

    @Override
    public void replay(String id, OutputStream out) throws IOException {
        try (InputStream in = http.open("GET", API + "/sessions/" + encoded(id) + "/replay", "")) {
            in.transferTo(out);
        }
    }

    @Override
    public SessionReplay answers(String id) {
        return ask("GET", "/sessions/" + encoded(id) + "/answers", "", SessionReplay.class);
    }

    /// Begins to watch a session that goes on.
    public SessionWatch watch(String id, String because) {
        return ask(
                "POST",
                "/sessions/" + encoded(id) + "/watch",
                Json.line(new WatchRequest(because)),
                SessionWatch.class);
    }

    /// What happened since.
    public SessionWatch watched(String id, SessionWatch before) {
        String after = before.next() == 0 ? "" : "?after=" + before.next();
        return ask(
                "GET",
                "/sessions/" + encoded(id) + "/watch/" + encoded(before.watch()) + after,
                "",
                SessionWatch.class);
    }

    /// The log's signed checkpoint.
    public byte[] checkpoint() {
        return http.send("GET", "/log/checkpoint", "");
    }

    public SessionEnding end(String id) {
        return ask("POST", "/sessions/" + encoded(id) + "/end", "", SessionEnding.class);
    }

    public Page<RequestView> requests(RequestQuery query) {
        var parts = new ArrayList<String>();
        parts.add("limit=" + query.limit());
        add(parts, "state", query.state());
        add(parts, "connection", query.connection());
        add(parts, "requester", query.requester());
        add(parts, "cursor", query.cursor());
        if (query.mine()) {
            parts.add("mine=true");
        }
        if (query.decidable()) {
            parts.add("decidable=true");
        }
        return page("/requests?" + String.join("&", parts), RequestView.class);
    }

    public RequestView request(String id) {
        return ask("GET", "/requests/" + encoded(id), "", RequestView.class);
    }

    /// @param what `approve`, `deny`, `confirm` or `withdraw`
    public RequestView decide(String id, String what, Optional<String> because) {
        String body = Json.line(new RequestWords(because));
        return ask("POST", "/requests/" + encoded(id) + "/" + what, body, RequestView.class);
    }

    public RequestView createRequest(RequestCreation wish) {
        return ask("POST", "/requests", Json.line(wish), RequestView.class);
    }

    @Override
    public void close() {
        http.close();
    }

    private <T> T ask(String method, String path, String body, Class<T> type) {
        byte[] answer = http.send(method, API + path, body);
        try {
            return Json.MAPPER.readValue(answer, type);
        } catch (JacksonException strange) {
            throw notUnderstood();
        }
    }

    /// All items of a list, page after page.
    private <T> List<T> all(String path, Class<T> item) {
        var page = page(path, item);
        var all = new ArrayList<>(page.items());
        while (page.cursor().isPresent()) {
            page = page(path + "?cursor=" + encoded(page.cursor().get()), item);
            all.addAll(page.items());
        }
        return all;
    }

    private <T> Page<T> page(String path, Class<T> item) {
        byte[] answer = http.send("GET", API + path, "");
        JavaType type = Json.MAPPER.getTypeFactory().constructParametricType(Page.class, item);
        try {
            return Json.MAPPER.readValue(answer, type);
        } catch (JacksonException strange) {
            throw notUnderstood();
        }
    }

    private static CommandFailed notUnderstood() {
        return CommandFailed.refused(
                "The gateway answered something that this command does not understand; is one of them too old?");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
