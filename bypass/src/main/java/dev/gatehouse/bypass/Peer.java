package dev.gatehouse.bypass;

import dev.gatehouse.net.Dialer;
import dev.gatehouse.postgres.target.TargetCredential;
import dev.gatehouse.postgres.target.TargetLogin;
import dev.gatehouse.postgres.target.TargetLoginResult.LoggedIn;
import dev.gatehouse.postgres.target.TargetLoginResult.LoginFailed;
import dev.gatehouse.postgres.target.TargetSession;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Map;

/// A PostgreSQL server, or a proxy in front of one, and how to log in there.
public record Peer(Dialer dialer, TargetCredential credential, String database) {
    private static final int PATIENCE = 20_000;

    Talk talk() throws IOException {
        var login = new TargetLogin(dialer, new SecureRandom(), PATIENCE);
        return switch (login.connect(credential, database, Map.of("client_encoding", "UTF8"))) {
            case LoggedIn(TargetSession session) -> new Talk(session, PATIENCE);
            case LoginFailed failed ->
                throw new IOException(
                        "no login at " + dialer + " as " + credential.user() + ": " + failed.operatorText());
        };
    }
}
