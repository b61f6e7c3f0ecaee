package dev.gatehouse.gateway;

import dev.gatehouse.gateway.Authenticator.Attempt;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Principal;
import dev.gatehouse.recording.Durability;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.RecordingFailed;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns whoever connects into a session, the same way for every protocol.
///
/// A wrong secret, an unknown connection, one outside `access` and a disabled one are answered alike, after the same
/// questions, so that a stranger learns nothing; the record knows which it was, by the reference the client is given.
public final class Login {
    /// Reasons that are not the client's fault, or told it nothing: they must not lock out honest users.
    private static final Set<String> NOT_A_GUESS = Set.of("keys-unavailable", "disabled");

    private final Shared shared;
    private final Authenticator authenticator;
    private final Switches switches;
    private final LoginThrottle throttle;
    private final ThrottledLogins throttled;

    public Login(
            Shared shared,
            Authenticator authenticator,
            Switches switches,
            LoginThrottle throttle,
            ThrottledLogins throttled) {
        this.shared = shared;
        this.authenticator = authenticator;
        this.switches = switches;
        this.throttle = throttle;
        this.throttled = throttled;
    }

    public sealed interface Result {
        record LoggedIn(Session session) implements Result {}

        /// A password was about to be asked for on a wire that is not encrypted.
        record NeedsTls() implements Result {}

        /// `limits.sessions` or `limits.sessions-per-identity` is reached.
        record TooMany() implements Result {}

        /// @param reference for the operator, who finds the true reason under it
        record Refused(Id reference, Optional<Duration> retryAfter) implements Result {}
    }

    /// Asks the client through `prompt` to prove itself and opens its session. Returns when the login is on the disk.
    public Result run(LoginRequest request, Prompt prompt) throws IOException {
        var wait = throttle.delay(request.source(), request.user());
        if (wait.isPresent()) {
            Id reference = shared.ids().next();
            throttled.add(request.source(), request.user(), "throttled", reference);
            return new Result.Refused(reference, wait);
        }
        if (!request.encrypted() && request.credential().isEmpty()) {
            return new Result.NeedsTls();
        }
        return switch (prove(request, prompt)) {
            case Attempt.Rejected(String reason) -> failed(request, reason);
            case Attempt.Accepted accepted ->
                obstacle(accepted, request)
                        .map(reason -> failed(request, reason))
                        .orElseGet(() -> open(accepted, request));
        };
    }

    /// Opens a session of the gateway's own on a connection, for looking things up; on record like any other.
    ///
    /// @throws RecordingFailed when it cannot be recorded
    public Session own(String connection) {
        var gateway = new Identity("gatehouse", "gateway");
        var principal = new Principal(
                gateway,
                Kind.SERVICE,
                Set.of(),
                List.of(gateway),
                gateway,
                Optional.empty(),
                shared.clock().instant(),
                Instant.MAX,
                Optional.empty());
        return onBehalf(principal, connection);
    }

    /// Opens a session of the gateway's own for something that `who` wants to see, such as what a request would do; on
    /// record as theirs.
    ///
    /// @throws RecordingFailed when it cannot be recorded
    public Session onBehalf(Principal who, String connection) {
        var request =
                new LoginRequest(who.who().id(), connection, Optional.empty(), Optional.of("gatehouse"), "", true);
        Id id = shared.ids().next();
        var unlimited = Quotas.none().of(who.who(), shared.clock().instant());
        var record = SessionRecord.open(id, shared.recorder(), shared.clock(), unlimited);
        record.started(who, request, type(connection));
        var session = new Session(id, who, request, Optional.empty(), shared, record, Standing.GOOD);
        // The gateway's own sessions are few and short; a limit for clients must not blind it.
        shared.sessions().addOwn(session);
        return session;
    }

    /// What a session speaks, for whoever replays it after the connection is gone from the configuration.
    private Optional<String> type(String connection) {
        return shared.inForce().get().connection(connection).map(Connection::type);
    }

    private Attempt prove(LoginRequest request, Prompt prompt) throws IOException {
        var credential = request.credential();
        if (credential.isPresent()) {
            var named = credential.get();
            return prompt.scram(authenticator.scram(named.id()))
                    ? authenticator.proved(named.user(), named.id())
                    : new Attempt.Rejected("wrong-secret");
        }
        char[] password = prompt.password();
        try {
            return prompt.named() ? authenticator.password(request.user(), password) : authenticator.bearer(password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private Optional<String> obstacle(Attempt.Accepted accepted, LoginRequest request) {
        Principal principal = accepted.principal();
        Optional<Connection> connection = shared.inForce().get().connection(request.connection());
        if (connection.isEmpty()) {
            return Optional.of("unknown-connection");
        }
        if (!connection.get().access().matches(principal)) {
            return Optional.of("outside-access");
        }
        if (accepted.connection()
                .filter(bound -> !bound.equals(request.connection()))
                .isPresent()) {
            return Optional.of("credential-for-another-connection");
        }
        if (switches.connectionDisabled(request.connection()) || switches.identityDisabled(principal)) {
            return Optional.of("disabled");
        }
        return shared.clock().instant().isBefore(principal.ends()) ? Optional.empty() : Optional.of("expired");
    }

    private Result open(Attempt.Accepted accepted, LoginRequest request) {
        Principal proved = accepted.principal();
        // A purpose bound to the credential cannot be replaced by one that the client states.
        var principal = proved.purpose().isPresent()
                ? proved
                : request.purpose().map(proved::withPurpose).orElse(proved);
        Id id = shared.ids().next();
        try {
            var quota = shared.quotas().of(principal.root(), shared.clock().instant());
            var record = SessionRecord.open(id, shared.recorder(), shared.clock(), quota);
            var session = new Session(
                    id, principal, request, accepted.credential(), shared, record, () -> lost(accepted, request));
            record.started(principal, request, type(request.connection()));
            if (!shared.sessions().add(session)) {
                session.end("too-many-sessions", "Too many sessions are open.");
                session.closed();
                return new Result.TooMany();
            }
            if (switches.connectionDisabled(request.connection()) || switches.identityDisabled(principal)) {
                // Switched off between the check and the list that the switch ends sessions from.
                session.end("disabled", "This access was switched off.");
            }
            if (revokedMeanwhile(accepted)) {
                session.end("credential-revoked", "The credential of this session was revoked.");
            }
            throttle.succeeded(request.source(), request.user());
            return new Result.LoggedIn(session);
        } catch (RecordingFailed failure) {
            return new Result.Refused(id, Optional.empty());
        }
    }

    /// What withdraws a session from whoever was let in.
    private Optional<String> lost(Attempt.Accepted accepted, LoginRequest request) {
        if (switches.connectionDisabled(request.connection()) || switches.identityDisabled(accepted.principal())) {
            return Optional.of("This access was switched off.");
        }
        return revokedMeanwhile(accepted)
                ? Optional.of("The credential of this session was revoked.")
                : Optional.empty();
    }

    /// Whether the credential was revoked between its proof and the list that revoking ends sessions from.
    private boolean revokedMeanwhile(Attempt.Accepted accepted) {
        String user = accepted.principal().who().id();
        return accepted.credential()
                .filter(id -> authenticator.proved(user, id) instanceof Attempt.Rejected)
                .isPresent();
    }

    private Result failed(LoginRequest request, String reason) {
        if (!NOT_A_GUESS.contains(reason)) {
            throttle.failed(request.source(), request.user());
        }
        return refuse(request, reason);
    }

    private Result refuse(LoginRequest request, String reason) {
        Id reference = shared.ids().next();
        try {
            shared.recorder()
                    .append(
                            new Event.LoginRefused(shared.clock().instant(), reference, reason, 1),
                            Durability.BUFFERED,
                            Contents.refusedLogin(request, reason));
        } catch (RecordingFailed failure) {
            // The answer is no already, and the recorder itself says loudly that it failed.
            return new Result.Refused(reference, Optional.empty());
        }
        return new Result.Refused(reference, Optional.empty());
    }
}
