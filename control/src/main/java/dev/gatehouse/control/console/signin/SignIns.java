package dev.gatehouse.control.console.signin;

import dev.gatehouse.control.admin.ports.Switchboard;
import dev.gatehouse.control.admin.ports.Switchboard.Switch;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Principal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Who is signed in to the console, by the secret in their cookie; only its digest is kept.
///
/// A sign-in ends when the identity's session ends, after [#IDLE] without a page, when the identity is switched
/// off, or when its owner leaves. Beyond [#MOST] the one that was idle longest has to go. Thread-safe.
public final class SignIns {
    static final Duration IDLE = Duration.ofMinutes(60);
    static final int MOST = 10_000;
    private static final int SECRET_BYTES = 32;

    private final Switchboard switches;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Seal seal;
    private final Map<String, Kept> signedIn = new HashMap<>();

    public SignIns(Switchboard switches, SecureRandom random, InstantSource clock) {
        this.switches = switches;
        this.random = random;
        this.clock = clock;
        var key = new byte[SECRET_BYTES];
        random.nextBytes(key);
        seal = new Seal(key);
    }

    /// @param csrf what every form of this sign-in must carry
    public record Visitor(Principal principal, String csrf) {
        @Override
        public String toString() {
            return "Visitor[" + principal.who() + "]";
        }
    }

    private record Kept(Principal principal, Instant lastSeen) {}

    /// Remembers who signed in; returns a secret that nobody ever had before, for their cookie.
    public synchronized String open(Principal principal) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Seal.encoded(bytes);
        sweep();
        signedIn.put(Seal.digest(secret), new Kept(principal, clock.instant()));
        return secret;
    }

    /// Who holds this secret, if it still counts.
    ///
    /// @param active whether somebody did something, rather than a page that keeps itself up to date
    public Optional<Visitor> find(String secret, boolean active) {
        Optional<Kept> kept = kept(Seal.digest(secret), active);
        return kept.map(Kept::principal)
                .filter(principal -> !switchedOff(principal))
                .map(principal -> new Visitor(principal, seal.of("csrf", secret)));
    }

    public synchronized void close(String secret) {
        signedIn.remove(Seal.digest(secret));
    }

    private synchronized Optional<Kept> kept(String digest, boolean active) {
        Instant now = clock.instant();
        var kept = signedIn.get(digest);
        if (kept == null) {
            return Optional.empty();
        }
        if (over(kept, now)) {
            signedIn.remove(digest);
            return Optional.empty();
        }
        if (active) {
            signedIn.put(digest, new Kept(kept.principal(), now));
        }
        return Optional.of(kept);
    }

    private static boolean over(Kept kept, Instant now) {
        return !now.isBefore(kept.principal().ends())
                || !now.isBefore(kept.lastSeen().plus(IDLE));
    }

    private void sweep() {
        Instant now = clock.instant();
        signedIn.values().removeIf(kept -> over(kept, now));
        if (signedIn.size() >= MOST) {
            signedIn.entrySet().stream()
                    .min((a, b) ->
                            a.getValue().lastSeen().compareTo(b.getValue().lastSeen()))
                    .map(Map.Entry::getKey)
                    .ifPresent(signedIn::remove);
        }
    }

    private boolean switchedOff(Principal principal) {
        var identities = new ArrayList<Identity>(principal.chain());
        identities.add(principal.root());
        principal.owner().ifPresent(identities::add);
        return identities.stream().anyMatch(identity -> switches.disabled(new Switch.OfIdentity(identity)));
    }
}
