package dev.gatehouse.postgres.target;

import dev.gatehouse.postgres.wire.Diagnostic;
import java.io.IOException;

/// The target refused, or answered too much to, a question of the gateway's own. For the operator, not for clients.
public final class QueryFailed extends IOException {
    private static final long serialVersionUID = 1;

    private final String sqlState;

    public QueryFailed(String sqlState, String text) {
        super(text);
        this.sqlState = sqlState;
    }

    public static QueryFailed by(Diagnostic said) {
        return new QueryFailed(
                said.sqlState(),
                "the target refused the gateway's own query: " + said.message() + " (" + said.sqlState() + ")");
    }

    public String sqlState() {
        return sqlState;
    }
}
