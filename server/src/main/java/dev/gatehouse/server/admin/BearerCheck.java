package dev.gatehouse.server.admin;

import dev.gatehouse.api.SignInWay;
import dev.gatehouse.control.admin.ports.TokenCheck;
import dev.gatehouse.control.identity.RealAuthenticator;
import dev.gatehouse.control.identity.RefusedLogins;
import dev.gatehouse.gateway.Authenticator.Attempt;
import dev.gatehouse.gateway.LoginThrottle;
import dev.gatehouse.gateway.Switches;
import dev.gatehouse.model.IdSource;
import dev.gatehouse.model.Principal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Proves who calls the API, by an issuer's token. Safe for many threads.
///
/// A minted credential opens one connection and nothing else, so it is not taken here. Refusals go into the record like
/// those of other logins, under the reference that the caller is told.
public final class BearerCheck implements TokenCheck {
    private static final int NAME_BYTES = 8;

    private final RealAuthenticator authenticator;
    private final LoginThrottle throttle;
    private final Switches switches;
    private final RefusedLogins refused;
    private final IdSource ids;
    private final List<SignInWay> ways;

    public BearerCheck(
            RealAuthenticator authenticator,
            LoginThrottle throttle,
            Switches switches,
            RefusedLogins refused,
            IdSource ids,
            List<SignInWay> ways) {
        this.authenticator = authenticator;
        this.throttle = throttle;
        this.switches = switches;
        this.refused = refused;
        this.ids = ids;
        this.ways = List.copyOf(ways);
    }

    /// Before it is proved, a token has no user: it is counted by a digest of itself.
    @Override
    public Checked check(String token, String source) {
        String user = digest(token);
        if (throttle.delay(source, user).isPresent()) {
            return refused(source, user, "throttled");
        }
        char[] secret = token.toCharArray();
        try {
            return switch (authenticator.bearer(secret)) {
                case Attempt.Rejected(String reason) -> failed(source, user, reason);
                case Attempt.Accepted(Principal principal, var _, Optional<String> bound) ->
                    bound.isPresent()
                            ? failed(source, user, "credential-for-a-connection")
                            : accepted(principal, source, user);
            };
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    @Override
    public List<SignInWay> ways() {
        return ways;
    }

    private Checked accepted(Principal principal, String source, String user) {
        if (switches.identityDisabled(principal)) {
            return refused(source, user, "disabled");
        }
        throttle.succeeded(source, user);
        return new Checked.Known(principal);
    }

    private Checked failed(String source, String user, String reason) {
        throttle.failed(source, user);
        return refused(source, user, reason);
    }

    private Checked refused(String source, String user, String reason) {
        var reference = ids.next();
        refused.add(source, user, reason, reference);
        return new Checked.Refused(reference.toString());
    }

    private static String digest(String token) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
