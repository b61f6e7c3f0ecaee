package dev.gatehouse.control.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A JSON Web Key Set (RFC 7517), reduced to public keys that may verify signatures.
///
/// A key that cannot (shared secrets, encryption keys, RSA below 2048 bits, unknown curves) is left out, so that a
/// token
/// can never be verified with it. Private parts are dropped.
record Jwks(List<JWK> keys) {
    static final Jwks NONE = new Jwks(List.of());

    private static final int MOST_KEYS = 100;
    private static final int FEWEST_RSA_BITS = 2048;

    Jwks {
        keys = List.copyOf(keys);
    }

    /// The set written as `json`. Throws when it is no key set; a single key that is not understood is left out.
    static Jwks parse(String json) throws ParseException {
        Map<String, Object>[] members = JSONObjectUtils.getJSONObjectArray(object(json), "keys");
        if (members == null || members.length > MOST_KEYS) {
            throw new ParseException("no 'keys', or more than " + MOST_KEYS, 0);
        }
        var keys = new ArrayList<JWK>();
        for (Map<String, Object> member : members) {
            usable(member).ifPresent(keys::add);
        }
        return new Jwks(keys);
    }

    /// The JSON object written as `json`.
    static Map<String, Object> object(String json) throws ParseException {
        Map<String, Object> object = JSONObjectUtils.parse(json);
        if (object == null) {
            throw new ParseException("null is no JSON object", 0);
        }
        return object;
    }

    /// The one key for a token; without a `kid` only when there is no choice.
    Optional<JWK> find(Optional<String> kid, JWSAlgorithm algorithm) {
        List<JWK> fitting = keys.stream()
                .filter(key -> kid.isEmpty() || kid.get().equals(key.getKeyID()))
                .filter(key -> fits(key, algorithm))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    private static Optional<JWK> usable(Map<String, Object> member) {
        try {
            JWK key = JWK.parse(member).toPublicJWK();
            boolean signs = key != null && !KeyUse.ENCRYPTION.equals(key.getKeyUse());
            return signs && strong(key) ? Optional.of(key) : Optional.empty();
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static boolean strong(JWK key) {
        return !(key instanceof RSAKey rsa) || rsa.size() >= FEWEST_RSA_BITS && parsed(rsa);
    }

    private static boolean parsed(RSAKey key) {
        try {
            return key.toRSAPublicKey() != null;
        } catch (JOSEException e) {
            return false;
        }
    }

    private static boolean fits(JWK key, JWSAlgorithm algorithm) {
        if (key.getAlgorithm() != null && !algorithmName(key).equals(algorithm.getName()) && !edwards(key, algorithm)) {
            return false;
        }
        return switch (key) {
            case RSAKey _ -> JWSAlgorithm.RS256.equals(algorithm) || JWSAlgorithm.PS256.equals(algorithm);
            case ECKey ec when Curve.P_256.equals(ec.getCurve()) -> JWSAlgorithm.ES256.equals(algorithm);
            case ECKey ec when Curve.P_384.equals(ec.getCurve()) -> JWSAlgorithm.ES384.equals(algorithm);
            case OctetKeyPair _ -> edwards(key, algorithm);
            default -> false;
        };
    }

    private static String algorithmName(JWK key) {
        return key.getAlgorithm().getName();
    }

    /// `EdDSA` and its newer, fully named form `Ed25519` (RFC 9864) are the same here.
    private static boolean edwards(JWK key, JWSAlgorithm algorithm) {
        return key instanceof OctetKeyPair pair
                && Curve.Ed25519.equals(pair.getCurve())
                && (JWSAlgorithm.EdDSA.equals(algorithm) || JWSAlgorithm.Ed25519.equals(algorithm));
    }
}
