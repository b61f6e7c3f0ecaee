package dev.gatehouse.postgres.target;

/// How a login at a target ended.
public sealed interface TargetLoginResult {
    record LoggedIn(TargetSession session) implements TargetLoginResult {}

    /// The wire is closed.
    ///
    /// @param sqlState the server's, or a code of ours where it gave none
    /// @param severity FATAL as a rule
    /// @param operatorText what happened and what to do; names the target's roles, so it must not reach a client
    record LoginFailed(Reason reason, String sqlState, String severity, String operatorText)
            implements TargetLoginResult {}

    /// Kinds of failure that can be told to a client without telling what the target said.
    enum Reason {
        /// The server said no: wrong password, unknown database, too many connections.
        REFUSED,
        /// TLS is wanted and the server has none, or its answer could not be trusted.
        NO_TLS,
        /// The server asks for a proof that the gateway does not give.
        UNSUPPORTED_AUTHENTICATION,
        /// The server could not prove that it knows the password, or broke the protocol.
        NOT_TRUSTED
    }
}
