package dev.gatehouse.control.console;

import dev.gatehouse.api.Problem;
import dev.gatehouse.control.admin.Access;
import dev.gatehouse.control.admin.AdminApi;
import dev.gatehouse.control.admin.Role;
import dev.gatehouse.control.console.pages.JteproblemGenerated;
import dev.gatehouse.control.console.signin.SignInFlow;
import dev.gatehouse.control.console.signin.SignIns;
import dev.gatehouse.control.console.signin.SignIns.Visitor;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers browsers: who looks, may they, did one of our pages ask, and only then the page.
///
/// Safe for many threads.
public final class ConsoleSite implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleSite.class);

    private final AdminApi admin;
    private final SignIns signIns;
    private final InstantSource clock;
    private final Assets assets = new Assets();
    private final SignInPages signInPages;
    private final SessionPages sessions;
    private final RequestPages requests;
    private final ConnectionPages connections;
    private final RulePages rules;
    private final OverviewPages overview;
    private final Live live;

    /// @param watched by the name of what pages listen for: a cheap picture of it, equal while nothing changed
    /// @param origin where browsers find this console, without a path
    public ConsoleSite(
            AdminApi admin,
            Map<String, Supplier<Object>> watched,
            SignInFlow flow,
            SignIns signIns,
            Supplier<URI> origin,
            InstantSource clock) {
        this.admin = admin;
        this.signIns = signIns;
        this.clock = clock;
        var api = new Api(admin);
        signInPages = new SignInPages(flow, signIns, origin);
        sessions = new SessionPages(api);
        requests = new RequestPages(api);
        connections = new ConnectionPages(api);
        rules = new RulePages(api);
        overview = new OverviewPages(api);
        live = new Live(watched);
        live.start();
    }

    /// Adds every page of the table, and nothing else, to a listener's routing.
    public void addTo(HttpRouting.Builder routing) {
        for (ConsolePage page : ConsolePage.values()) {
            routing.route(page.method(), page.path(), (request, response) -> answer(page, request, response));
        }
    }

    private void answer(ConsolePage page, ServerRequest request, ServerResponse response) {
        Sending.protect(response);
        var visit = new Visit(request);
        var secret = visit.cookie(Visit.SIGNED_IN);
        var visitor = secret.flatMap(known -> signIns.find(known, page != ConsolePage.LIVE));
        Look look = look(visit, visitor);
        switch (reply(page, look, visit)) {
            case Reply.Html(int status, String body) -> Sending.html(response, status, body);
            case Reply.See there -> Sending.see(response, there);
            case Reply.Asset asset -> Sending.asset(response, asset);
            case Reply.Download download -> Sending.download(response, download);
            case Reply.Events _ ->
                live.serve(
                        response,
                        visit.query("since").orElse(""),
                        () -> secret.flatMap(known -> signIns.find(known, false))
                                .isPresent());
            case Reply.Refused(Problem problem) ->
                Sending.html(
                        response,
                        problem.status(),
                        Pages.html(out -> JteproblemGenerated.render(out, null, look, problem))
                                .body());
        }
    }

    private Look look(Visit visit, Optional<Visitor> visitor) {
        var texts = Texts.of(
                visit.cookie(Visit.LANGUAGE).orElse(""),
                visit.header(HeaderNames.ACCEPT_LANGUAGE).orElse("en"));
        String theme = visit.cookie(Visit.THEME)
                .filter(chosen -> chosen.equals("light") || chosen.equals("dark"))
                .orElse("");
        Set<Role> roles =
                visitor.map(signedIn -> admin.roles(signedIn.principal())).orElse(Set.of());
        return new Look(texts, theme, visitor, roles, visit.section(), visit.here(), clock.instant(), 0, 0);
    }

    private Reply reply(ConsolePage page, Look look, Visit visit) {
        try {
            return page.method().equals(Method.POST) ? change(page, look, visit) : admitted(page, look, visit);
        } catch (Turned turned) {
            return new Reply.Refused(turned.problem());
        } catch (IOException | RuntimeException bug) {
            LOG.error("The page {} failed", page, bug);
            return new Reply.Refused(Problem.of(
                    500, "failed", "The gateway made a mistake", "Its log says more; tell the operator the time."));
        }
    }

    /// Whatever changes something must come from a page of ours, and of this very sign-in.
    private Reply change(ConsolePage page, Look look, Visit visit) throws Turned, IOException {
        boolean signedIn = !(page.access() instanceof Access.Anonymous);
        boolean ours = Guard.sameOrigin(visit)
                && (!signedIn || look.visitor().isEmpty() || Guard.knowsToken(visit, look.csrf()));
        return ours
                ? admitted(page, look, visit)
                : new Reply.Refused(Problem.of(
                        403,
                        "not-from-here",
                        "This did not come from the console",
                        "Nothing was done. Go back, reload the page, and try again."));
    }

    private Reply admitted(ConsolePage page, Look look, Visit visit) throws Turned, IOException {
        if (!(page.access() instanceof Access.Anonymous) && look.visitor().isEmpty()) {
            return page == ConsolePage.LIVE
                    ? new Reply.Refused(Problem.of(401, "not-signed-in", "Not signed in", "Sign in again."))
                    : new Reply.See("/sign-in?next=" + Api.encoded(comeBack(page, visit)));
        }
        return page.access().admits(look.roles())
                ? page(page, counted(page, look), visit)
                : new Reply.Refused(Problem.of(
                        403,
                        "not-allowed",
                        "Not allowed",
                        "Your roles do not include this; roles are given in the gateway's configuration."));
    }

    /// Pages say how many requests wait for whoever looks; what is no page need not count.
    private Look counted(ConsolePage page, Look look) {
        boolean counts = look.visitor().isPresent()
                && page != ConsolePage.ASSET
                && page != ConsolePage.LIVE
                && page != ConsolePage.WATCHED;
        return counts ? look.since(live.version()).withWaiting(requests.waiting(look)) : look;
    }

    private static String comeBack(ConsolePage page, Visit visit) {
        return page.method().equals(Method.GET) ? visit.here() : "/";
    }

    private Reply page(ConsolePage page, Look look, Visit visit) throws Turned, IOException {
        return switch (page) {
            case SIGN_IN -> signInPages.page(look, visit);
            case SIGN_IN_AT -> signInPages.leave(look, visit);
            case SIGN_IN_BACK -> signInPages.back(look, visit);
            case SIGN_OUT -> signInPages.signOut(visit);
            case PREFERENCES -> signInPages.preferences(visit);
            case ASSET -> asset(visit);
            case LIVE -> new Reply.Events();
            case OVERVIEW -> overview.show(look);
            case SESSIONS -> sessions.list(look, visit);
            case SESSION -> sessions.show(look, visit);
            case REPLAY -> sessions.replay(look, visit);
            case BYTES -> sessions.bytes(look, visit);
            case WATCH -> sessions.watch(look, visit);
            case WATCHED -> sessions.watched(look, visit);
            case END_SESSION -> sessions.end(look, visit);
            case REQUESTS -> requests.list(look, visit);
            case REQUEST -> requests.show(look, visit);
            case APPROVE -> requests.approve(look, visit);
            case DENY -> requests.deny(look, visit);
            case PREVIEW -> requests.preview(look, visit);
            case CONFIRM -> requests.confirm(look, visit);
            case WITHDRAW -> requests.withdraw(look, visit);
            case CONNECTIONS -> connections.list(look);
            case MINT -> connections.mint(look, visit);
            case SWITCH_OFF -> connections.change(look, visit, true);
            case SWITCH_ON -> connections.change(look, visit, false);
            case REVOKE -> connections.revoke(look, visit);
            case RULES -> rules.rules(look, visit);
            case PLAYGROUND -> rules.playground(look, visit);
            case EXPLAIN -> rules.explain(look, visit);
        };
    }

    private Reply asset(Visit visit) {
        return assets.named(visit.path("name"))
                .<Reply>map(asset -> asset)
                .orElseGet(() -> new Reply.Refused(
                        Problem.of(404, "not-found", "Not found", "There is nothing at this address.")));
    }

    /// Sends listening pages away.
    @Override
    public void close() {
        live.close();
    }
}
