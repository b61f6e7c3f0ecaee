package dev.gatehouse.control.admin;

import io.helidon.http.Method;
import java.util.Set;

/// Every endpoint and who may use it: the one table of authorisation.
///
/// An entry here is all that makes a path exist; [AdminApi] must then name its handler, or it does not compile.
public enum Endpoint {
    HEALTH(Method.GET, "/healthz", new Access.Anonymous()),
    READINESS(Method.GET, "/readyz", new Access.Anonymous()),
    METRICS(Method.GET, "/metrics", new Access.Only(Role.OPERATOR)),
    SIGN_IN_WAYS(Method.GET, "/api/v1/sign-in", new Access.Anonymous()),
    WHO_AM_I(Method.GET, "/api/v1/whoami", new Access.Only(Role.MEMBER)),
    LIST_CONNECTIONS(Method.GET, "/api/v1/connections", new Access.OwnOr(Role.OPERATOR)),
    CREATE_CREDENTIAL(Method.POST, "/api/v1/connections/{name}/credentials", new Access.Only(Role.MEMBER)),
    LIST_CREDENTIALS(Method.GET, "/api/v1/credentials", new Access.OwnOr(Role.OPERATOR)),
    REVOKE_CREDENTIAL(Method.DELETE, "/api/v1/credentials/{id}", new Access.OwnOr(Role.OPERATOR)),
    DISABLE_CONNECTION(Method.PUT, "/api/v1/switches/connections/{name}", new Access.Only(Role.OPERATOR)),
    ENABLE_CONNECTION(Method.DELETE, "/api/v1/switches/connections/{name}", new Access.Only(Role.OPERATOR)),
    DISABLE_IDENTITY(Method.PUT, "/api/v1/switches/identities/{issuer}/{+id}", new Access.Only(Role.OPERATOR)),
    ENABLE_IDENTITY(Method.DELETE, "/api/v1/switches/identities/{issuer}/{+id}", new Access.Only(Role.OPERATOR)),
    FIND_SESSIONS(Method.GET, "/api/v1/sessions", new Access.OwnOr(Role.AUDITOR)),
    SHOW_SESSION(Method.GET, "/api/v1/sessions/{id}", new Access.OwnOr(Role.AUDITOR)),
    REPLAY_SESSION(Method.GET, "/api/v1/sessions/{id}/replay", new Access.Only(Role.AUDITOR)),
    SHOW_ANSWERS(Method.GET, "/api/v1/sessions/{id}/answers", new Access.Only(Role.AUDITOR)),
    END_SESSION(Method.POST, "/api/v1/sessions/{id}/end", new Access.OwnOr(Role.OPERATOR)),
    WATCH_SESSION(Method.POST, "/api/v1/sessions/{id}/watch", new Access.Only(Role.AUDITOR)),
    WATCHED(Method.GET, "/api/v1/sessions/{id}/watch/{watch}", new Access.Only(Role.AUDITOR)),
    LIST_REQUESTS(Method.GET, "/api/v1/requests", new Access.OwnOr(Role.AUDITOR)),
    CREATE_REQUEST(Method.POST, "/api/v1/requests", new Access.Only(Role.MEMBER)),
    SHOW_REQUEST(Method.GET, "/api/v1/requests/{id}", new Access.OwnOr(Role.AUDITOR)),
    APPROVE_REQUEST(Method.POST, "/api/v1/requests/{id}/approve", new Access.OwnOr(Role.AUDITOR)),
    DENY_REQUEST(Method.POST, "/api/v1/requests/{id}/deny", new Access.OwnOr(Role.AUDITOR)),
    PREVIEW_REQUEST(Method.POST, "/api/v1/requests/{id}/preview", new Access.OwnOr(Role.AUDITOR)),
    CONFIRM_REQUEST(Method.POST, "/api/v1/requests/{id}/confirm", new Access.OwnOr(Role.AUDITOR)),
    WITHDRAW_REQUEST(Method.POST, "/api/v1/requests/{id}/withdraw", new Access.OwnOr(Role.AUDITOR)),
    LIST_RULES(Method.GET, "/api/v1/rules", new Access.AnyOf(Set.of(Role.AUDITOR, Role.OPERATOR))),
    EXPLAIN(Method.POST, "/api/v1/explain", new Access.Only(Role.MEMBER)),
    LIST_LOADS(Method.GET, "/api/v1/configurations", new Access.AnyOf(Set.of(Role.AUDITOR, Role.OPERATOR))),
    COMPARE_LOADS(
            Method.GET, "/api/v1/configurations/{from}/{to}", new Access.AnyOf(Set.of(Role.AUDITOR, Role.OPERATOR))),
    OVERVIEW(Method.GET, "/api/v1/overview", new Access.OwnOr(Role.AUDITOR)),
    DEAD_LETTERS(Method.GET, "/api/v1/notifications/dead", new Access.Only(Role.OPERATOR)),
    DESCRIBE(Method.GET, "/api/v1/openapi.json", new Access.Only(Role.MEMBER)),
    LOG_CHECKPOINT(Method.GET, "/log/checkpoint", new Access.Only(Role.MEMBER)),
    LOG_TILE(Method.GET, "/log/tile/{+path}", new Access.Only(Role.MEMBER));

    private final Method method;
    private final String path;
    private final Access access;

    Endpoint(Method method, String path, Access access) {
        this.method = method;
        this.path = path;
        this.access = access;
    }

    public Method method() {
        return method;
    }

    /// As a pattern: `{name}` stands for one segment, `{+name}` for the rest.
    public String path() {
        return path;
    }

    public Access access() {
        return access;
    }
}
