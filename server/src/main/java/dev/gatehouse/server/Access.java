package dev.gatehouse.server;

import dev.gatehouse.control.identity.FailureThrottle;
import dev.gatehouse.control.identity.MintedCredentials;
import dev.gatehouse.control.identity.RealAuthenticator;
import dev.gatehouse.control.identity.RefusedLogins;
import dev.gatehouse.control.identity.SessionBounds;
import dev.gatehouse.control.identity.StoredSwitches;
import dev.gatehouse.control.identity.TokenVerifier;
import dev.gatehouse.control.store.CredentialTable;
import dev.gatehouse.control.store.SwitchTable;
import dev.gatehouse.gateway.Login;
import dev.gatehouse.gateway.Shared;
import dev.gatehouse.secret.Purpose;
import dev.gatehouse.server.admin.BearerCheck;
import dev.gatehouse.server.settings.Settings;
import java.time.Duration;
import java.util.Set;

/// The parts that know who knocks, and let in or turn away.
record Access(
        RealAuthenticator authenticator,
        MintedCredentials credentials,
        StoredSwitches switches,
        FailureThrottle throttle,
        RefusedLogins refused,
        Login login) {
    private static final int REFUSED_KEY_BYTES = 32;
    private static final Duration LONGEST_CREDENTIAL = Duration.ofHours(12);

    static Access of(Settings settings, Ground ground, Shared shared) {
        var clock = ground.clock();
        var bounds =
                new SessionBounds(settings.session().grace(), settings.session().max());
        var tokens = new TokenVerifier(Issuers.of(settings.identity(), clock), bounds, clock);
        var credentials = credentials(ground);
        var authenticator = new RealAuthenticator(tokens, credentials, Set.copyOf(settings.issuers()));
        var switches = new StoredSwitches(new SwitchTable(ground.store().jdbi()), clock);
        var throttle = new FailureThrottle(clock);
        var refused = refused(ground);
        var login = new Login(shared, authenticator, switches, throttle, refused::add);
        return new Access(authenticator, credentials, switches, throttle, refused, login);
    }

    /// How the console's listener knows who asks.
    BearerCheck bearers(Settings settings, Ground ground) {
        return new BearerCheck(
                authenticator, throttle, switches, refused, ground.ids(), Issuers.ways(settings.identity()));
    }

    private static MintedCredentials credentials(Ground ground) {
        try (var seal = ground.keys().derive(Purpose.CREDENTIAL)) {
            return new MintedCredentials(
                    new CredentialTable(ground.store().jdbi()),
                    seal.bytes(),
                    LONGEST_CREDENTIAL,
                    ground.random(),
                    ground.clock());
        }
    }

    /// The key is new at each start: it tells users apart in a flood, not over months.
    private static RefusedLogins refused(Ground ground) {
        var key = new byte[REFUSED_KEY_BYTES];
        ground.random().nextBytes(key);
        return new RefusedLogins(key, ground.clock());
    }
}
