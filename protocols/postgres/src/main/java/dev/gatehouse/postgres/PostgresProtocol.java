package dev.gatehouse.postgres;

import dev.gatehouse.gateway.Downstream;
import dev.gatehouse.gateway.Login;
import dev.gatehouse.gateway.LoginRequest;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.gateway.Upstream;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Slice;
import dev.gatehouse.net.ServerTls;
import dev.gatehouse.net.Wire;
import dev.gatehouse.postgres.auth.ChannelBinding;
import dev.gatehouse.postgres.login.LoginWire;
import dev.gatehouse.postgres.login.PasswordPrompt;
import dev.gatehouse.postgres.login.Startup;
import dev.gatehouse.postgres.login.StartupParameters;
import dev.gatehouse.postgres.relay.Errors;
import dev.gatehouse.postgres.relay.Relay;
import dev.gatehouse.postgres.target.TargetSession;
import dev.gatehouse.postgres.wire.Authentication;
import dev.gatehouse.postgres.wire.BackendKeyData;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.ParameterStatus;
import dev.gatehouse.postgres.wire.ReadyForQuery;
import dev.gatehouse.postgres.wire.StartupMessage;
import dev.gatehouse.postgres.wire.TransactionStatus;
import dev.gatehouse.postgres.wire.WireException;
import dev.gatehouse.recording.RecordingFailed;
import dev.gatehouse.spi.Protocol;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Serves PostgreSQL clients: start-up, login, the way to the target, then the [Relay].
public final class PostgresProtocol implements Protocol {
    private final Login login;
    private final Optional<ServerTls> tls;
    private final PostgresTargets targets;
    private final Supplier<Masker> maskers;
    private final Relay.Settings settings;
    private final RandomGenerator random;
    private final int loginMilliseconds;
    private final Cancels cancels;

    /// @param tls of the listener; without it only minted credentials (SCRAM) can log in
    /// @param maskers makes a masker for one session
    /// @param random cryptographically strong
    /// @param loginMilliseconds how long a client may take for each of its answers until it is in
    public PostgresProtocol(
            Login login,
            Optional<ServerTls> tls,
            PostgresTargets targets,
            Supplier<Masker> maskers,
            Relay.Settings settings,
            RandomGenerator random,
            int loginMilliseconds) {
        this.login = login;
        this.tls = tls;
        this.targets = targets;
        this.maskers = maskers;
        this.settings = settings;
        this.random = random;
        this.loginMilliseconds = loginMilliseconds;
        cancels = new Cancels(random);
    }

    @Override
    public String type() {
        return "postgres";
    }

    @Override
    public void serve(Wire client) {
        try {
            client.timeout(loginMilliseconds);
            switch (Startup.read(client, tls)) {
                case Startup.WantsCancel(var request) -> cancels.cancel(request.processId(), request.key());
                case Startup.WantsIn(LoginWire wire, StartupMessage message) -> logIn(wire, message);
            }
        } catch (IOException | WireException neverIn) {
            // Whoever is not in yet is told nothing but the end of the connection.
            client.close();
        }
    }

    private void logIn(LoginWire wire, StartupMessage message) throws IOException {
        try {
            var negotiation = message.negotiation();
            if (negotiation.isPresent()) {
                wire.send(negotiation.get());
            }
            if (tls.isPresent() && !wire.wire().encrypted()) {
                refuse(wire, "28000", "Gatehouse needs TLS.", "Use sslmode=verify-full.");
                return;
            }
            var parameters = StartupParameters.of(message);
            var prompt = new PasswordPrompt(wire, endPoint(wire.wire()), random);
            switch (login.run(request(wire.wire(), parameters), prompt)) {
                case Login.Result.LoggedIn(Session session) -> {
                    wire.wire().admitted();
                    try {
                        connect(wire, session, message.minor(), parameters);
                    } catch (RuntimeException | Error bug) {
                        session.broken();
                        throw bug;
                    } finally {
                        session.closed();
                    }
                }
                case Login.Result.NeedsTls _ ->
                    refuse(wire, "28000", "A token can only be sent over TLS, which this listener does not offer.", "");
                case Login.Result.TooMany _ ->
                    refuse(
                            wire,
                            "54000",
                            "Too many sessions are open at this gateway, or by this identity.",
                            "Close some; the operator sets limits.sessions and limits.sessions-per-identity.");
                case Login.Result.Refused(Id reference, var _) ->
                    refuse(
                            wire,
                            "28P01",
                            "Login refused (reference " + reference + ").",
                            "Check user, token and connection name; the operator finds the reason under the reference.");
            }
        } catch (WireException violation) {
            refuse(wire, violation.sqlState(), String.valueOf(violation.getMessage()), "");
        }
    }

    private LoginRequest request(Wire wire, StartupParameters parameters) {
        String peer = wire.peer();
        return new LoginRequest(
                parameters.user(),
                parameters.database(),
                parameters.purpose(),
                parameters.client(),
                peer.substring(0, peer.lastIndexOf(':')),
                wire.encrypted());
    }

    private Optional<Slice> endPoint(Wire wire) {
        return wire.encrypted()
                ? tls.flatMap(server -> ChannelBinding.tlsServerEndPoint(server.certificate()))
                : Optional.empty();
    }

    private void connect(LoginWire wire, Session session, int minor, StartupParameters parameters) throws IOException {
        if (parameters.replication()) {
            refuse(
                    wire,
                    "0A000",
                    "Gatehouse does not pass replication: nothing could be masked in it.",
                    "Read what you need with SELECT or COPY.");
            session.end("replication-refused", "Gatehouse does not pass replication.");
            return;
        }
        var target = targets.connect(session, parameters.forTarget());
        if (target.isEmpty()) {
            refuse(
                    wire,
                    "08001",
                    "The database behind \"" + session.connectionName() + "\" cannot be reached right now.",
                    "Try again; the operator finds the reason under session " + session.id() + ".");
            session.end("target-unreachable", "The database cannot be reached.");
            return;
        }
        wire.wire().timeout(0);
        relay(wire.wire(), session, minor, target.get());
    }

    private void relay(Wire client, Session session, int minor, TargetSession target) throws IOException {
        var downstream = new Downstream(session, client);
        var key = cancels.register(minor, () -> cancel(session, target));
        try {
            downstream.release(greeting(target, key));
            new Relay(
                            session,
                            client,
                            downstream,
                            new Upstream(session, target.wire()),
                            target.pending(),
                            targets.understanding(session.connectionName()),
                            maskers.get(),
                            targets.tellMasks(session.connectionName()),
                            ended -> targets.cancel(ended, target),
                            settings)
                    .run();
        } catch (RecordingFailed failure) {
            target.wire().close();
        } finally {
            cancels.forget(key);
        }
    }

    /// What waits for people is withdrawn; the target has nothing to do with it.
    private void cancel(Session session, TargetSession target) {
        if (!session.cancelHold()) {
            targets.cancel(session, target);
        }
    }

    /// What a client hears once it is in: the target's settings, and a cancel key of the gateway's own.
    private static Slice greeting(TargetSession target, Cancels.Key key) {
        var out = new MessageWriter();
        new Authentication.Ok().encode(out);
        target.parameters().forEach((name, value) -> new ParameterStatus(name, value).encode(out));
        new BackendKeyData(key.process(), key.secret()).encode(out);
        new ReadyForQuery(TransactionStatus.IDLE).encode(out);
        return out.toSlice();
    }

    private static void refuse(LoginWire wire, String sqlState, String message, String hint) throws IOException {
        wire.send(Errors.fatal(sqlState, message, hint));
    }
}
