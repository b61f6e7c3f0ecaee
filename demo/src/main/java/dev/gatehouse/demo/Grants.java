package dev.gatehouse.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Authorization codes that were given out and not used yet. Each works once, for a minute, and only for
/// whoever holds the PKCE verifier (RFC 7636). Thread-safe.
final class Grants {
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final int MOST = 1000;
    private static final int CODE_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;
    private final Map<String, Kept> codes = new HashMap<>();

    Grants(InstantSource clock) {
        this.clock = clock;
    }

    /// Somebody chose a part, and a client may have their tokens.
    ///
    /// @param challenge the S256 challenge of the one that may redeem the code
    record Grant(DemoPart part, String redirect, String challenge, String nonce) {}

    private record Kept(Grant grant, Instant until) {}

    synchronized String give(Grant grant) {
        Instant now = clock.instant();
        codes.values().removeIf(kept -> kept.until().isBefore(now));
        if (codes.size() >= MOST) {
            codes.clear();
        }
        var bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        codes.put(code, new Kept(grant, now.plus(LIFE)));
        return code;
    }

    /// Empty when the code is unknown, used, old, or somebody else's. Whatever was tried, the code is gone
    /// then.
    synchronized Optional<Grant> redeem(String code, String verifier, String redirect) {
        return Optional.ofNullable(codes.remove(code))
                .filter(kept -> !kept.until().isBefore(clock.instant()))
                .map(Kept::grant)
                .filter(grant -> grant.redirect().equals(redirect))
                .filter(grant -> grant.challenge().equals(challenge(verifier)));
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }
}
