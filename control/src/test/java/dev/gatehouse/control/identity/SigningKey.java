package dev.gatehouse.control.identity;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// A key of the test issuer: signs whatever header and payload it is given.
record SigningKey(String kid, String algorithm, KeyPair pair, JWK jwk) {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final JsonMapper JSON = JsonMapper.shared();

    static SigningKey rsa(String kid, int bits) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        KeyPair pair = generator.generateKeyPair();
        var jwk = new RSAKey.Builder((RSAPublicKey) pair.getPublic()).keyID(kid).build();
        return new SigningKey(kid, "RS256", pair, jwk);
    }

    static SigningKey ec(String kid, Curve curve, String algorithm) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve.getStdName()));
        KeyPair pair = generator.generateKeyPair();
        var jwk = new ECKey.Builder(curve, (ECPublicKey) pair.getPublic())
                .keyID(kid)
                .build();
        return new SigningKey(kid, algorithm, pair, jwk);
    }

    static SigningKey ed25519(String kid) throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        var x = Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        return new SigningKey(
                kid,
                "EdDSA",
                pair,
                new OctetKeyPair.Builder(Curve.Ed25519, x).keyID(kid).build());
    }

    String sign(Map<String, Object> header, Map<String, Object> claims) {
        return sign(JSON.writeValueAsString(header), JSON.writeValueAsString(claims));
    }

    /// Signs texts that need not be JSON.
    String sign(String header, String claims) {
        String signed = part(header) + "." + part(claims);
        return signed + "." + BASE64.encodeToString(signature(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    static String part(Map<String, Object> members) {
        return part(JSON.writeValueAsString(members));
    }

    private static String part(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] signature(byte[] signed) {
        try {
            var signature = Signature.getInstance(
                    switch (algorithm) {
                        case "RS256" -> "SHA256withRSA";
                        case "ES256" -> "SHA256withECDSAinP1363Format";
                        case "ES384" -> "SHA384withECDSAinP1363Format";
                        default -> "Ed25519";
                    });
            signature.initSign(pair.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
