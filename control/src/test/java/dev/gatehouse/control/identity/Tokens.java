package dev.gatehouse.control.identity;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.gatehouse.model.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/// Keys of every kind in a file, a verifier that reads them, and tokens to change.
final class Tokens {
    final ManualClock clock = new ManualClock();
    final SigningKey rsa = SigningKey.rsa("rsa", 2048);
    final SigningKey ec = SigningKey.ec("ec", Curve.P_256, "ES256");
    final SigningKey ec384 = SigningKey.ec("ec384", Curve.P_384, "ES384");
    final SigningKey ed = SigningKey.ed25519("ed");
    final SigningKey weak = SigningKey.rsa("weak", 1024);
    final SigningKey forEncryption = forEncryption();
    final TokenVerifier verifier;
    private final Path directory;

    Tokens(Path directory) throws GeneralSecurityException, IOException {
        this.directory = directory;
        this.verifier = verifier(Issuers.trusted());
    }

    /// A way to spoil a token, and why it is refused then.
    record Bad(String what, Reason reason, UnaryOperator<Token> change) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Bad bad(String what, Reason reason, UnaryOperator<Token> change) {
        return new Bad(what, reason, change);
    }

    TokenVerifier verifier(Issuer issuer) throws IOException {
        return verifier(issuer, rsa, ec, ec384, ed, weak, forEncryption);
    }

    TokenVerifier verifier(Issuer issuer, SigningKey... keys) throws IOException {
        Path file = Files.createTempFile(directory, "jwks", ".json");
        var set = new JWKSet(List.of(keys).stream().map(SigningKey::jwk).toList());
        Files.writeString(file, set.toString());
        var trusted = new TokenVerifier.Trusted(issuer, new KeysInFile(file));
        return new TokenVerifier(List.of(trusted), SessionBounds.DEFAULT, clock);
    }

    Token token() {
        return new Token(ed, clock.instant());
    }

    /// The NumericDate of a time after now.
    long in(Duration time) {
        return clock.instant().plus(time).getEpochSecond();
    }

    Principal principal(Token token) {
        return switch (verifier.verify(token.text())) {
            case Verification.Verified(Principal principal) -> principal;
            case Verification.Rejected rejected -> throw new AssertionError(rejected.toString());
        };
    }

    static Reason reason(TokenVerifier verifier, String token) {
        return switch (verifier.verify(token)) {
            case Verification.Verified verified -> throw new AssertionError(verified.toString());
            case Verification.Rejected rejected -> rejected.reason();
        };
    }

    private static SigningKey forEncryption() throws GeneralSecurityException {
        SigningKey plain = SigningKey.rsa("enc", 2048);
        var jwk = new RSAKey.Builder((RSAPublicKey) plain.pair().getPublic())
                .keyID("enc")
                .keyUse(KeyUse.ENCRYPTION)
                .build();
        return new SigningKey("enc", "RS256", plain.pair(), jwk);
    }
}
