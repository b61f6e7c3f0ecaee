package dev.gatehouse.control.console;

import dev.gatehouse.control.admin.Access;
import dev.gatehouse.control.admin.Role;
import io.helidon.http.Method;
import java.util.Set;

/// Every address of the console and who may use it. What they may see there is decided by the endpoints of the
/// API that a page asks.
public enum ConsolePage {
    SIGN_IN(Method.GET, "/sign-in", new Access.Anonymous()),
    SIGN_IN_AT(Method.GET, "/sign-in/at/{issuer}", new Access.Anonymous()),
    SIGN_IN_BACK(Method.GET, "/sign-in/back", new Access.Anonymous()),
    SIGN_OUT(Method.POST, "/sign-out", new Access.Only(Role.MEMBER)),
    PREFERENCES(Method.POST, "/preferences", new Access.Anonymous()),
    ASSET(Method.GET, "/assets/{name}", new Access.Anonymous()),
    LIVE(Method.GET, "/live", new Access.Only(Role.MEMBER)),
    OVERVIEW(Method.GET, "/", new Access.Only(Role.MEMBER)),
    SESSIONS(Method.GET, "/sessions", new Access.Only(Role.MEMBER)),
    SESSION(Method.GET, "/sessions/{id}", new Access.Only(Role.MEMBER)),
    REPLAY(Method.GET, "/sessions/{id}/replay", new Access.Only(Role.AUDITOR)),
    BYTES(Method.GET, "/sessions/{id}/bytes", new Access.Only(Role.AUDITOR)),
    WATCH(Method.POST, "/sessions/{id}/watch", new Access.Only(Role.AUDITOR)),
    WATCHED(Method.GET, "/sessions/{id}/watch/{watch}", new Access.Only(Role.AUDITOR)),
    END_SESSION(Method.POST, "/sessions/{id}/end", new Access.Only(Role.MEMBER)),
    REQUESTS(Method.GET, "/requests", new Access.Only(Role.MEMBER)),
    REQUEST(Method.GET, "/requests/{id}", new Access.Only(Role.MEMBER)),
    APPROVE(Method.POST, "/requests/{id}/approve", new Access.Only(Role.APPROVER)),
    DENY(Method.POST, "/requests/{id}/deny", new Access.Only(Role.APPROVER)),
    PREVIEW(Method.POST, "/requests/{id}/preview", new Access.Only(Role.APPROVER)),
    CONFIRM(Method.POST, "/requests/{id}/confirm", new Access.Only(Role.MEMBER)),
    WITHDRAW(Method.POST, "/requests/{id}/withdraw", new Access.Only(Role.MEMBER)),
    CONNECTIONS(Method.GET, "/connections", new Access.Only(Role.MEMBER)),
    MINT(Method.POST, "/connections/{name}/credential", new Access.Only(Role.MEMBER)),
    SWITCH_OFF(Method.POST, "/connections/{name}/off", new Access.Only(Role.OPERATOR)),
    SWITCH_ON(Method.POST, "/connections/{name}/on", new Access.Only(Role.OPERATOR)),
    REVOKE(Method.POST, "/credentials/{id}/revoke", new Access.Only(Role.MEMBER)),
    RULES(Method.GET, "/rules", new Access.AnyOf(Set.of(Role.AUDITOR, Role.OPERATOR))),
    PLAYGROUND(Method.GET, "/playground", new Access.Only(Role.MEMBER)),
    EXPLAIN(Method.POST, "/playground", new Access.Only(Role.MEMBER));

    private final Method method;
    private final String path;
    private final Access access;

    ConsolePage(Method method, String path, Access access) {
        this.method = method;
        this.path = path;
        this.access = access;
    }

    public Method method() {
        return method;
    }

    /// As a pattern: `{name}` stands for one segment.
    public String path() {
        return path;
    }

    public Access access() {
        return access;
    }
}
