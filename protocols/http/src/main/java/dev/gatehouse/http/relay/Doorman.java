package dev.gatehouse.http.relay;

import dev.gatehouse.gateway.Downstream;
import dev.gatehouse.gateway.Login;
import dev.gatehouse.gateway.LoginRequest;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.http.login.Authorization;
import dev.gatehouse.http.login.HeaderPrompt;
import dev.gatehouse.http.mask.JsonMask;
import dev.gatehouse.http.wire.Header;
import dev.gatehouse.http.wire.RequestHead;
import dev.gatehouse.model.Id;
import dev.gatehouse.net.Wire;
import java.io.IOException;
import java.util.Optional;

/// Says who asks: the one already known on this connection, or whoever the request proves to be. One for each client
/// connection.
///
/// @param login the same for every protocol
public record Doorman(Login login, JsonMask mask, HttpLimits limits) {
    private static final int MOST_CLIENT = 200;

    sealed interface Answer {
        record Come(Visit visit) implements Answer {}

        record Stay(Problem problem) implements Answer {}
    }

    Answer known(Optional<Visit> before, RequestHead head, String connection, Wire client) throws IOException {
        var purpose = head.headers().all("X-Gatehouse-Purpose").stream()
                .filter(text -> !text.isEmpty())
                .findFirst();
        var authorization =
                head.headers().all("Authorization").stream().findFirst().flatMap(Authorization::of);
        if (authorization.isEmpty()) {
            return new Answer.Stay(challenge(Problem.of(
                    401,
                    "Unauthorized",
                    "Show a token (Authorization: Bearer), or a user and a minted credential (Basic).")));
        }
        var shown = authorization.get();
        if (before.filter(visit -> visit.fits(shown.digest(), connection, purpose))
                .isPresent()) {
            return new Answer.Come(before.get());
        }
        if (!client.encrypted()) {
            // Both forms carry the secret itself.
            return new Answer.Stay(Problem.of(403, "Forbidden", "A secret can only be sent over TLS."));
        }
        var request =
                new LoginRequest(shown.user(), connection, purpose, client(head), source(client), client.encrypted());
        return switch (login.run(request, new HeaderPrompt(shown))) {
            case Login.Result.LoggedIn(Session session) ->
                new Answer.Come(visit(session, shown, connection, purpose, client));
            case Login.Result.NeedsTls _ ->
                new Answer.Stay(Problem.of(403, "Forbidden", "A secret can only be sent over TLS."));
            case Login.Result.TooMany _ ->
                new Answer.Stay(Problem.of(
                                429,
                                "Too Many Requests",
                                "Too many sessions are open at this gateway, or by this identity.")
                        .with(
                                "hint",
                                "Close some; the operator sets limits.sessions and limits.sessions-per-identity."));
            case Login.Result.Refused(Id reference, var _) ->
                new Answer.Stay(
                        challenge(
                                Problem.of(401, "Unauthorized", "Login refused (reference " + reference + ").")
                                        .with("reference", reference.toString())
                                        .with(
                                                "hint",
                                                "Check token and connection name; the operator finds the reason under the reference.")));
        };
    }

    private Visit visit(
            Session session, Authorization shown, String connection, Optional<String> purpose, Wire client) {
        client.admitted();
        var downstream = new Downstream(session, client);
        var relay = new CallRelay(session, downstream, mask, limits);
        session.onEnd(_ -> {
            // HTTP has no message for the end of a connection; the next one is told why it is not let in.
            client.close();
            relay.close();
        });
        var turn = new Turn(session::drained);
        session.onDrain(turn::stop);
        return new Visit(session, downstream, relay, turn, shown.digest(), connection, purpose);
    }

    private static Problem challenge(Problem problem) {
        return problem.with(new Header("WWW-Authenticate", "Bearer realm=\"Gatehouse\""))
                .with(new Header("WWW-Authenticate", "Basic realm=\"Gatehouse\", charset=\"UTF-8\""));
    }

    private static Optional<String> client(RequestHead head) {
        return head.headers().all("User-Agent").stream()
                .findFirst()
                .map(agent -> agent.substring(0, Math.min(agent.length(), MOST_CLIENT)));
    }

    private static String source(Wire client) {
        var peer = client.peer();
        return peer.substring(0, peer.lastIndexOf(':'));
    }
}
