package dev.gatehouse.control.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A token whose header asks for nothing unusual; its signature is not yet looked at and its claims are not yet true.
///
/// The algorithm must be on the list, whatever keys the issuer has (RFC 8725 section 3.1), and the header may not bring
/// its own key or say where to fetch one (section 3.10).
record SignedToken(SignedJWT jwt, Claims claims) {
    static final int LONGEST = 16 * 1024;

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.PS256,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.EdDSA,
            JWSAlgorithm.Ed25519);
    private static final List<String> TYPES = List.of("jwt", "at+jwt", "application/at+jwt");

    static SignedToken parse(String text) throws TokenRefused {
        if (text.length() > LONGEST) {
            throw new TokenRefused(Reason.MALFORMED, "longer than " + LONGEST + " characters");
        }
        SignedJWT jwt = signed(text);
        check(jwt.getHeader());
        return new SignedToken(jwt, claims(jwt));
    }

    JWSAlgorithm algorithm() {
        return jwt.getHeader().getAlgorithm();
    }

    Optional<String> keyId() {
        return Optional.ofNullable(jwt.getHeader().getKeyID());
    }

    private static SignedJWT signed(String text) throws TokenRefused {
        JWT parsed;
        try {
            parsed = JWTParser.parse(text);
        } catch (ParseException | RuntimeException e) {
            // The library answers some malformed headers, such as `null`, with exceptions of any kind.
            throw new TokenRefused(Reason.MALFORMED, "not a JWT");
        }
        return switch (parsed) {
            case SignedJWT jwt -> jwt;
            case PlainJWT _ -> throw new TokenRefused(Reason.ALGORITHM, "unsigned (alg none)");
            case EncryptedJWT _ -> throw new TokenRefused(Reason.ALGORITHM, "encrypted tokens are not taken");
            default -> throw new TokenRefused(Reason.ALGORITHM, "neither signed nor anything known");
        };
    }

    private static void check(JWSHeader header) throws TokenRefused {
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            throw new TokenRefused(Reason.ALGORITHM, "alg " + header.getAlgorithm() + " is not taken");
        }
        if (header.getIncludedParams().contains("crit")) {
            throw new TokenRefused(Reason.HEADER, "crit asks for an extension; none is understood");
        }
        if (header.getJWK() != null
                || header.getJWKURL() != null
                || header.getX509CertURL() != null
                || header.getX509CertChain() != null) {
            throw new TokenRefused(Reason.HEADER, "brings or names its own key (jwk, jku, x5u or x5c)");
        }
        JOSEObjectType type = header.getType();
        if (type != null && TYPES.stream().noneMatch(type.getType()::equalsIgnoreCase)) {
            throw new TokenRefused(Reason.HEADER, "typ " + type + " is no access or ID token");
        }
    }

    private static Claims claims(SignedJWT jwt) throws TokenRefused {
        Map<String, Object> payload = jwt.getPayload().toJSONObject();
        if (payload == null) {
            throw new TokenRefused(Reason.MALFORMED, "the payload is no JSON object");
        }
        var members = new HashMap<String, Object>();
        payload.forEach((name, value) -> {
            if (value != null) {
                members.put(name, value);
            }
        });
        return new Claims(members);
    }
}
