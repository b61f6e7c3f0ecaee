package dev.gatehouse.control.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Judges a token: a known issuer's, signed with its key, meant for us, and in time (RFC 7519, RFC 8725, RFC 9068).
///
/// Safe for many threads. Clocks may differ by [#SKEW]; a token without `exp` is refused. May wait a few seconds for an
/// issuer's keys.
public final class TokenVerifier {
    public static final Duration SKEW = Duration.ofSeconds(60);

    private final List<Trusted> issuers;
    private final SessionBounds bounds;
    private final InstantSource clock;

    /// @param issuers several may share an issuer's URL with different audiences; the first that fits decides
    public TokenVerifier(List<Trusted> issuers, SessionBounds bounds, InstantSource clock) {
        this.issuers = List.copyOf(issuers);
        this.bounds = bounds;
        this.clock = clock;
    }

    /// An issuer and the keys it signs with.
    public record Trusted(Issuer issuer, KeySet keys) {}

    public Verification verify(String token) {
        try {
            SignedToken signed = SignedToken.parse(token);
            Trusted trusted = trusted(signed.claims());
            verifySignature(signed, key(signed, trusted));
            forUs(signed.claims(), trusted.issuer());
            Instant now = clock.instant();
            Instant expiry = inTime(signed.claims(), now);
            var claims = new PrincipalClaims(trusted.issuer(), bounds);
            return new Verification.Verified(claims.read(signed.claims(), now, expiry));
        } catch (TokenRefused refused) {
            return refused.rejected();
        }
    }

    private Trusted trusted(Claims claims) throws TokenRefused {
        String stated = claims.text("iss").orElse("");
        List<Trusted> known = issuers.stream()
                .filter(trusted -> trusted.issuer().issuerUrl().equals(stated))
                .toList();
        if (known.isEmpty()) {
            throw new TokenRefused(Reason.UNKNOWN_ISSUER, "issuer '" + stated + "' is not configured");
        }
        List<String> audience = claims.texts("aud");
        return known.stream()
                .filter(trusted -> audience.contains(trusted.issuer().audience()))
                .findFirst()
                .orElse(known.getFirst());
    }

    private static JWK key(SignedToken token, Trusted trusted) throws TokenRefused {
        String issuer = trusted.issuer().name();
        return switch (trusted.keys().find(token.keyId(), token.algorithm())) {
            case KeySet.Answer.Known(JWK key) -> key;
            case KeySet.Answer.Unknown() ->
                throw new TokenRefused(
                        Reason.UNKNOWN_KEY,
                        "issuer " + issuer + " has no " + token.algorithm() + " key '"
                                + token.keyId().orElse("(no kid)") + "'");
            case KeySet.Answer.Unavailable(String problem) ->
                throw new TokenRefused(Reason.KEYS_UNAVAILABLE, "no keys of issuer " + issuer + ": " + problem);
        };
    }

    private static void verifySignature(SignedToken token, JWK key) throws TokenRefused {
        try {
            if (!token.jwt().verify(verifier(key))) {
                throw new TokenRefused(Reason.SIGNATURE, "the signature does not fit");
            }
        } catch (JOSEException | IllegalArgumentException e) {
            throw new TokenRefused(Reason.SIGNATURE, "the signature cannot be verified: " + e.getMessage());
        }
    }

    private static JWSVerifier verifier(JWK key) throws JOSEException {
        return switch (key) {
            case RSAKey rsa -> new RSASSAVerifier(rsa);
            case ECKey ec -> new ECDSAVerifier(ec);
            case OctetKeyPair pair -> new Ed25519Signatures(pair);
            default -> throw new JOSEException("no key that verifies signatures: " + key.getKeyType());
        };
    }

    private static void forUs(Claims claims, Issuer issuer) throws TokenRefused {
        List<String> audience = claims.texts("aud");
        if (!audience.contains(issuer.audience())) {
            throw new TokenRefused(Reason.AUDIENCE, "meant for " + audience + ", not for '" + issuer.audience() + "'");
        }
    }

    private static Instant inTime(Claims claims, Instant now) throws TokenRefused {
        Optional<Instant> expiry = claims.time("exp");
        if (expiry.isEmpty()) {
            throw new TokenRefused(Reason.EXPIRED, "no exp: a token must end");
        }
        if (!now.isBefore(expiry.get().plus(SKEW))) {
            throw new TokenRefused(Reason.EXPIRED, "expired at " + expiry.get());
        }
        for (String name : List.of("nbf", "iat", "auth_time")) {
            Optional<Instant> from = claims.time(name);
            if (from.isPresent() && from.get().isAfter(now.plus(SKEW))) {
                throw new TokenRefused(Reason.NOT_YET_VALID, name + " is " + from.get() + ", in the future");
            }
        }
        return expiry.get();
    }
}
