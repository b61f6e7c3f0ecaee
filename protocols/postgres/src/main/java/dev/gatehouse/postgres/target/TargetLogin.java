package dev.gatehouse.postgres.target;

import dev.gatehouse.model.Slice;
import dev.gatehouse.net.Dialer;
import dev.gatehouse.net.Wire;
import dev.gatehouse.postgres.auth.ChannelBinding;
import dev.gatehouse.postgres.target.TargetLoginResult.LoggedIn;
import dev.gatehouse.postgres.target.TargetLoginResult.LoginFailed;
import dev.gatehouse.postgres.wire.Frames;
import dev.gatehouse.postgres.wire.MessageWriter;
import dev.gatehouse.postgres.wire.SslRequest;
import dev.gatehouse.postgres.wire.StartupMessage;
import dev.gatehouse.postgres.wire.WireException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Connects to a PostgreSQL server and logs in: TLS as configured, then trust, cleartext (in TLS only), MD5,
/// SCRAM-SHA-256 or SCRAM-SHA-256-PLUS, whichever the server asks for.
///
/// Safe for several threads if `random` is.
public final class TargetLogin {
    /// A server that is starting, stopping or a standby that takes no sessions.
    private static final String CANNOT_CONNECT_NOW = "57P03";

    private static final Set<String> REFUSE_VERSION = Set.of("0A000", "08P01");

    private final Dialer dialer;
    private final RandomGenerator random;
    private final int timeoutMillis;

    /// @param random unpredictable, for nonces
    /// @param timeoutMillis how long the server may take for each answer
    public TargetLogin(Dialer dialer, RandomGenerator random, int timeoutMillis) {
        this.dialer = dialer;
        this.random = random;
        this.timeoutMillis = timeoutMillis;
    }

    /// Tries the target's addresses in order, going on where one cannot be reached or takes no connections now.
    /// Asks for protocol 3.2, whose cancel keys are long; older servers say so, and the few peers that refuse
    /// are asked for 3.0.
    ///
    /// @param settings further start-up parameters, such as `application_name`, `client_encoding` or `options`
    /// @throws IOException when the server cannot be reached, hangs up or shows a certificate not to be trusted
    public TargetLoginResult connect(TargetCredential credential, String database, Map<String, String> settings)
            throws IOException {
        var addresses = dialer.each();
        for (Dialer address : addresses.subList(0, addresses.size() - 1)) {
            try {
                var result = at(address, credential, database, settings);
                if (!(result instanceof LoginFailed failed && failed.sqlState().equals(CANNOT_CONNECT_NOW))) {
                    return result;
                }
            } catch (IOException unreachable) {
                // The next address may do; the last one's trouble is told.
            }
        }
        return at(addresses.getLast(), credential, database, settings);
    }

    private TargetLoginResult at(
            Dialer address, TargetCredential credential, String database, Map<String, String> settings)
            throws IOException {
        var result = at(address, StartupMessage.NEWEST_MINOR, credential, database, settings);
        return result instanceof LoginFailed failed
                        && failed.reason() == TargetLoginResult.Reason.REFUSED
                        && REFUSE_VERSION.contains(failed.sqlState())
                ? at(address, 0, credential, database, settings)
                : result;
    }

    private TargetLoginResult at(
            Dialer address, int minor, TargetCredential credential, String database, Map<String, String> settings)
            throws IOException {
        Wire wire = address.dial();
        try {
            wire.timeout(timeoutMillis);
            var secured = secure(address, wire);
            wire = secured.wire();
            var session = start(address, minor, secured, credential, database, settings);
            wire.timeout(0);
            return new LoggedIn(session);
        } catch (LoginFailure failure) {
            wire.close();
            return failure.result();
        } catch (WireException violation) {
            wire.close();
            return LoginFailure.notTrusted(violation.sqlState(), violation.getMessage())
                    .result();
        } catch (IOException | RuntimeException broken) {
            wire.close();
            throw broken;
        }
    }

    /// Puts TLS on a wire of this dialer as for a login, for a message that needs none, such as CancelRequest.
    public static Wire secured(Dialer dialer, Wire plain) throws IOException {
        try {
            return secure(dialer, plain).wire();
        } catch (LoginFailure failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    private record Secured(Wire wire, Optional<Slice> endPoint) {}

    /// The server's one-byte answer is read alone: what a man in the middle sends behind it meets the TLS handshake,
    /// which fails, and is never taken for something said inside TLS (CVE-2021-23222).
    private static Secured secure(Dialer dialer, Wire plain) throws IOException, LoginFailure {
        if (!dialer.wantsTls()) {
            return new Secured(plain, Optional.empty());
        }
        var request = new MessageWriter();
        new SslRequest().encode(request);
        plain.write(request.array(), 0, request.size());
        byte[] answer = new byte[1];
        if (plain.read(answer, 0, 1) != 1) {
            throw LoginFailure.noTls("the target hung up when asked for TLS; is it a PostgreSQL server?");
        }
        if (answer[0] != 'S') {
            // An ErrorResponse ('E') is not believed either: anybody could have sent it (CVE-2024-10977).
            throw LoginFailure.noTls(
                    "the target does not offer TLS; switch it on there (ssl = on), or set tls.mode of this"
                            + " connection to disable if the target is on this machine");
        }
        var encrypted = dialer.encrypt(plain);
        return new Secured(encrypted.wire(), encrypted.peer().flatMap(ChannelBinding::tlsServerEndPoint));
    }

    private TargetSession start(
            Dialer address,
            int minor,
            Secured secured,
            TargetCredential credential,
            String database,
            Map<String, String> settings)
            throws IOException, LoginFailure {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("user", credential.user());
        parameters.put("database", database);
        settings.forEach(parameters::putIfAbsent);
        var startup = new MessageWriter();
        new StartupMessage(minor, parameters).encode(startup);
        var stream = new MessageStream(secured.wire(), Slice.EMPTY, Frames.LOGIN_MAXIMUM);
        stream.send(startup);
        new TargetAuthentication(
                        stream,
                        credential,
                        secured.wire().encrypted(),
                        secured.endPoint(),
                        TargetAuthentication.nonce(random))
                .run();
        return TargetReady.await(address, secured.wire(), stream);
    }
}
