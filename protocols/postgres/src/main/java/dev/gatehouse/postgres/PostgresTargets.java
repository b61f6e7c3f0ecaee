package dev.gatehouse.postgres;

import dev.gatehouse.gateway.Admission;
import dev.gatehouse.gateway.Exchange;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.gateway.Upstream;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Principal;
import dev.gatehouse.net.Dialer;
import dev.gatehouse.postgres.target.TargetCredential;
import dev.gatehouse.postgres.target.TargetLogin;
import dev.gatehouse.postgres.target.TargetLoginResult;
import dev.gatehouse.postgres.target.TargetSession;
import dev.gatehouse.postgres.wire.BackendKeyData;
import dev.gatehouse.postgres.wire.CancelRequest;
import dev.gatehouse.postgres.wire.MessageWriter;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The ways to all PostgreSQL servers of a configuration. Thread-safe.
public final class PostgresTargets {
    private static final int ANSWER_MILLISECONDS = 15_000;

    /// Tells the operator, and nobody else, why a server could not be reached.
    @FunctionalInterface
    public interface Trouble {
        void with(String connection, String reason);
    }

    private final Map<String, PostgresTarget> targets;
    private final RandomGenerator random;
    private final Trouble trouble;

    public PostgresTargets(Map<String, PostgresTarget> targets, RandomGenerator random, Trouble trouble) {
        this.targets = Map.copyOf(targets);
        this.random = random;
        this.trouble = trouble;
    }

    boolean tellMasks(String connection) {
        return known(connection).tellMasks();
    }

    Understanding understanding(String connection) {
        return known(connection).understanding();
    }

    /// Logs in at the server with the credential of the session's principal; empty, and the operator told, when that
    /// fails.
    Optional<TargetSession> connect(Session session, Map<String, String> settings) throws IOException {
        return connectAs(session.principal(), session.connectionName(), settings);
    }

    /// The same for whoever `who` is.
    Optional<TargetSession> connectAs(Principal who, String connection, Map<String, String> settings)
            throws IOException {
        return connectWith(known(connection), known(connection).credential(who), who, settings);
    }

    /// With the credential for previews, where the connection has one.
    Optional<TargetSession> connectForPreview(Principal requester, String connection) throws IOException {
        var target = known(connection);
        return connectWith(target, target.preview().or(() -> target.credential(requester)), requester, Map.of());
    }

    /// The user as which `who` is let in there.
    String user(Principal who, String connection) {
        return known(connection).credential(who).map(TargetCredential::user).orElse("");
    }

    private Optional<TargetSession> connectWith(
            PostgresTarget target, Optional<TargetCredential> credential, Principal who, Map<String, String> settings)
            throws IOException {
        if (credential.isEmpty()) {
            trouble.with(target.connection(), "no entry of credentials matches " + who.who());
            return Optional.empty();
        }
        var login = new TargetLogin(target.dialer(), random, ANSWER_MILLISECONDS);
        try {
            return switch (login.connect(credential.get(), target.database(), settings)) {
                case TargetLoginResult.LoggedIn(TargetSession in) -> Optional.of(in);
                case TargetLoginResult.LoginFailed failed -> {
                    trouble.with(target.connection(), failed.operatorText());
                    yield Optional.empty();
                }
            };
        } catch (IOException unreachable) {
            trouble.with(target.connection(), target.dialer() + ": " + unreachable.getMessage());
            return Optional.empty();
        }
    }

    /// Asks the server to stop what it does for `session`: an operation of its own, admitted and on record.
    void cancel(Session session, TargetSession target) {
        var cancel = new Operation.Own(Operation.Own.Purpose.CANCEL, "cancels what this session runs");
        if (target.key().isPresent() && session.admit(cancel) instanceof Admission.Admitted(Exchange exchange)) {
            send(session, exchange, target.address(), target.key().get());
        }
    }

    private void send(Session session, Exchange exchange, Dialer address, BackendKeyData key) {
        var message = new MessageWriter();
        new CancelRequest(key.processId(), key.key()).encode(message);
        try (var wire = address.dial()) {
            wire.timeout(ANSWER_MILLISECONDS);
            var upstream = new Upstream(session, TargetLogin.secured(address, wire));
            upstream.forward(exchange, message.toSlice());
            upstream.flush();
            // The server closes when it has looked at the request; leaving earlier could lose it.
            int _ = upstream.read(new byte[1], 0, 1);
        } catch (IOException lost) {
            trouble.with(session.connectionName(), "a cancel request did not arrive: " + lost.getMessage());
        }
    }

    private PostgresTarget known(String connection) {
        var target = targets.get(connection);
        if (target == null) {
            throw new IllegalStateException("no PostgreSQL target is called " + connection);
        }
        return target;
    }
}
