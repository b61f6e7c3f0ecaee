package dev.gatehouse.control.admin;

import dev.gatehouse.api.Problem;
import dev.gatehouse.control.admin.ports.Ports;
import dev.gatehouse.control.admin.ports.TokenCheck.Checked;
import dev.gatehouse.model.Principal;
import dev.gatehouse.recording.RecordingFailed;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers the admin API: who calls, may they, and only then the handler.
///
/// Safe for many threads; holds nothing between requests.
public final class AdminApi {
    private static final Logger LOG = LoggerFactory.getLogger(AdminApi.class);
    private static final String BEARER = "Bearer ";

    private final Ports ports;
    private final StandingEndpoints standing;
    private final CredentialEndpoints credentials;
    private final SwitchEndpoints switches;
    private final SessionEndpoints sessions;
    private final WatchEndpoints watches;
    private final RequestEndpoints requests;
    private final Repetitions repetitions;
    private final RuleEndpoints rules;
    private final LogEndpoints log;
    private final Names names;

    public AdminApi(Ports ports) {
        this.ports = ports;
        standing = new StandingEndpoints(ports);
        credentials = new CredentialEndpoints(ports);
        switches = new SwitchEndpoints(ports);
        sessions = new SessionEndpoints(ports);
        watches = new WatchEndpoints(ports);
        names = new Names(ports.pseudonyms());
        requests = new RequestEndpoints(ports, names);
        repetitions = new Repetitions(ports.clock());
        rules = new RuleEndpoints(ports);
        log = new LogEndpoints(ports.log());
    }

    /// Adds every endpoint of the table, and nothing else, to a listener's routing.
    public void addTo(HttpRouting.Builder routing) {
        for (Endpoint endpoint : Endpoint.values()) {
            routing.route(
                    endpoint.method(),
                    endpoint.path(),
                    (request, response) -> Answers.send(answer(endpoint, request), response));
        }
        routing.any((request, response) ->
                Answers.send(Answer.notFound("There is nothing at this address, or not with this method."), response));
    }

    private Answer answer(Endpoint endpoint, ServerRequest request) {
        return guarded(endpoint, () -> switch (endpoint.access()) {
            case Access.Anonymous _ -> anonymous(endpoint);
            case Access.Only _, Access.AnyOf _, Access.OwnOr _ -> signedIn(endpoint, request);
        });
    }

    /// What an endpoint answers somebody whose identity is proved already. The console's pages know what this tells
    /// them and nothing else, so the table of endpoints decides for them too.
    public Answer ask(Endpoint endpoint, Principal principal, Asked asked) {
        return guarded(endpoint, () -> authorised(endpoint, principal, asked));
    }

    @FunctionalInterface
    private interface Handling {
        Answer answer() throws Malformed, IOException;
    }

    private static Answer guarded(Endpoint endpoint, Handling handling) {
        try {
            return handling.answer();
        } catch (Malformed malformed) {
            return Answer.malformed(String.valueOf(malformed.getMessage()));
        } catch (RecordingFailed failed) {
            LOG.error("The record cannot be written; a request to the API was refused", failed);
            return new Answer.Refused(Problem.of(
                    503,
                    "record-unavailable",
                    "The record cannot be written",
                    "Nothing was done, because it could not be recorded. The gateway's log says why."));
        } catch (IOException | RuntimeException bug) {
            LOG.error("A request to {} failed", endpoint, bug);
            return new Answer.Refused(Problem.of(
                    500, "failed", "The gateway made a mistake", "Its log says more; tell the operator the time."));
        }
    }

    private Answer anonymous(Endpoint endpoint) {
        return switch (endpoint) {
            case READINESS -> standing.readiness();
            case SIGN_IN_WAYS -> standing.ways();
            default -> standing.health();
        };
    }

    private Answer signedIn(Endpoint endpoint, ServerRequest request) throws Malformed, IOException {
        Optional<String> token = token(request);
        if (token.isEmpty()) {
            return unauthenticated("Send a token: gatehouse login, or set GATEHOUSE_TOKEN.");
        }
        return switch (ports.tokens().check(token.get(), request.remotePeer().host())) {
            case Checked.Refused(String reference) ->
                unauthenticated("The gateway does not accept this token; it may have expired. Sign in again."
                        + (reference.isEmpty() ? "" : " Reference for your operator: " + reference + "."));
            case Checked.Known(Principal principal) -> authorised(endpoint, principal, Asked.of(request));
        };
    }

    private Answer authorised(Endpoint endpoint, Principal principal, Asked asked) throws Malformed, IOException {
        Set<Role> roles = roles(principal);
        if (!endpoint.access().admits(roles)) {
            return new Answer.Refused(Problem.of(
                    403,
                    "not-allowed",
                    "Not allowed",
                    "Your roles (" + words(roles) + ") do not include this; roles are given in the gateway's"
                            + " configuration."));
        }
        var caller = new Caller(principal, roles, endpoint.access().everything(roles));
        Answer answer = endpoint.method().equals(Method.POST) && endpoint != Endpoint.CREATE_REQUEST
                ? repetitions.once(endpoint, caller, asked, once -> handle(endpoint, caller, once))
                : handle(endpoint, caller, asked);
        return names.shown(answer, caller);
    }

    /// Everything that somebody may do here now.
    public Set<Role> roles(Principal principal) {
        Set<Role> roles = EnumSet.of(Role.MEMBER);
        roles.addAll(ports.roles().of(principal));
        return roles;
    }

    private Answer handle(Endpoint endpoint, Caller caller, Asked asked) throws Malformed, IOException {
        return switch (endpoint) {
            case HEALTH -> standing.health();
            case READINESS -> standing.readiness();
            case METRICS -> standing.metrics();
            case SIGN_IN_WAYS -> standing.ways();
            case WHO_AM_I -> standing.whoAmI(caller);
            case LIST_CONNECTIONS -> standing.connections(caller, asked);
            case CREATE_CREDENTIAL -> credentials.create(caller, asked);
            case LIST_CREDENTIALS -> credentials.list(caller, asked);
            case REVOKE_CREDENTIAL -> credentials.revoke(caller, asked);
            case DISABLE_CONNECTION -> switches.connection(caller, asked, true);
            case ENABLE_CONNECTION -> switches.connection(caller, asked, false);
            case DISABLE_IDENTITY -> switches.identity(caller, asked, true);
            case ENABLE_IDENTITY -> switches.identity(caller, asked, false);
            case FIND_SESSIONS -> sessions.find(caller, asked);
            case SHOW_SESSION -> sessions.show(caller, asked);
            case REPLAY_SESSION -> sessions.replay(caller, asked);
            case SHOW_ANSWERS -> sessions.answers(caller, asked);
            case END_SESSION -> sessions.end(caller, asked);
            case WATCH_SESSION -> watches.begin(caller, asked);
            case WATCHED -> watches.next(caller, asked);
            case LIST_REQUESTS -> requests.list(caller, asked);
            case CREATE_REQUEST -> requests.create(caller, asked);
            case SHOW_REQUEST -> requests.show(caller, asked);
            case APPROVE_REQUEST -> requests.approve(caller, asked);
            case DENY_REQUEST -> requests.deny(caller, asked);
            case PREVIEW_REQUEST -> requests.preview(caller, asked);
            case CONFIRM_REQUEST -> requests.confirm(caller, asked);
            case WITHDRAW_REQUEST -> requests.withdraw(caller, asked);
            case LIST_RULES -> rules.list(asked);
            case EXPLAIN -> rules.explain(caller, asked);
            case LIST_LOADS -> rules.loads(asked);
            case COMPARE_LOADS -> rules.difference(asked);
            case OVERVIEW -> rules.overview(caller, asked);
            case DEAD_LETTERS -> requests.deadLetters(asked);
            case DESCRIBE -> Answer.ok(new OpenApi().document());
            case LOG_CHECKPOINT -> log.checkpoint();
            case LOG_TILE -> log.tile(asked);
        };
    }

    private static Optional<String> token(ServerRequest request) {
        return request.headers()
                .first(HeaderNames.AUTHORIZATION)
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip())
                .filter(value -> !value.isEmpty());
    }

    private static Answer unauthenticated(String detail) {
        return new Answer.Refused(Problem.of(401, "not-signed-in", "Not signed in", detail));
    }

    private static String words(Set<Role> roles) {
        return String.join(", ", roles.stream().map(Role::word).toList());
    }
}
