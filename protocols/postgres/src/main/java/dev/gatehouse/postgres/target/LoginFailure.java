package dev.gatehouse.postgres.target;

import dev.gatehouse.postgres.target.TargetLoginResult.LoginFailed;
import dev.gatehouse.postgres.target.TargetLoginResult.Reason;
import dev.gatehouse.postgres.wire.Diagnostic;

/// Carries a failed login out of the steps of [TargetLogin] to where it becomes a value.
final class LoginFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final transient LoginFailed result;

    private LoginFailure(LoginFailed result) {
        super(result.operatorText());
        this.result = result;
    }

    static LoginFailure refused(Diagnostic said) {
        return new LoginFailure(new LoginFailed(Reason.REFUSED, said.sqlState(), said.severity(), said.message()));
    }

    static LoginFailure noTls(String text) {
        return new LoginFailure(new LoginFailed(Reason.NO_TLS, "08001", "FATAL", text));
    }

    static LoginFailure unsupported(String text) {
        return new LoginFailure(new LoginFailed(Reason.UNSUPPORTED_AUTHENTICATION, "0A000", "FATAL", text));
    }

    static LoginFailure notTrusted(String sqlState, String text) {
        return new LoginFailure(new LoginFailed(Reason.NOT_TRUSTED, sqlState, "FATAL", text));
    }

    LoginFailed result() {
        return result;
    }
}
