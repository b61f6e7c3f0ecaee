package dev.gatehouse.control.identity;

import static dev.gatehouse.control.identity.Tokens.bad;
import static dev.gatehouse.control.identity.Tokens.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.control.identity.Tokens.Bad;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Principal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Which tokens are genuine, for us and in time.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TokenVerifierTest {
    private static final Identity ADA = Principals.ADA;

    @TempDir
    private static Path directory;

    private Tokens tokens;

    @BeforeAll
    void makeKeys() throws GeneralSecurityException, IOException {
        tokens = new Tokens(directory);
    }

    private Token token() {
        return tokens.token();
    }

    private long in(Duration time) {
        return tokens.in(time);
    }

    private Principal principal(Token token) {
        return tokens.principal(token);
    }

    Stream<Bad> badTokens() {
        return Stream.concat(badHeaders().stream(), badTimesAndAudiences().stream());
    }

    private List<Bad> badHeaders() {
        return List.of(
                bad("alg none over a signature", Reason.MALFORMED, t -> t.header("alg", "none")),
                bad("alg NONE", Reason.ALGORITHM, t -> t.header("alg", "NONE")),
                bad("alg HS256", Reason.ALGORITHM, t -> t.header("alg", "HS256")),
                bad("alg HS512", Reason.ALGORITHM, t -> t.header("alg", "HS512")),
                bad("alg RS512, not on the list", Reason.ALGORITHM, t -> t.header("alg", "RS512")),
                bad("alg of another family than the key", Reason.UNKNOWN_KEY, t -> t.header("alg", "ES256")),
                bad("alg missing", Reason.MALFORMED, t -> t.header("alg", null)),
                bad("crit", Reason.HEADER, t -> t.header("crit", List.of("exp")).header("exp", 1)),
                bad(
                        "crit b64",
                        Reason.HEADER,
                        t -> t.header("crit", List.of("b64")).header("b64", true)),
                bad(
                        "embedded jwk",
                        Reason.HEADER,
                        t -> t.header("jwk", tokens.ed.jwk().toJSONObject())),
                bad("jku", Reason.HEADER, t -> t.header("jku", "https://evil.example/keys")),
                bad("x5u", Reason.HEADER, t -> t.header("x5u", "https://evil.example/cert")),
                bad("x5c", Reason.HEADER, t -> t.header("x5c", List.of("MIIB"))),
                bad("typ of a logout token", Reason.HEADER, t -> t.header("typ", "logout+jwt")),
                bad("typ of a DPoP proof", Reason.HEADER, t -> t.header("typ", "dpop+jwt")),
                bad("unknown kid", Reason.UNKNOWN_KEY, t -> t.header("kid", "gone")),
                bad("kid of another key", Reason.UNKNOWN_KEY, t -> t.header("kid", "rsa")));
    }

    private List<Bad> badTimesAndAudiences() {
        return List.of(
                bad("another issuer", Reason.UNKNOWN_ISSUER, t -> t.claim("iss", "https://idp.example.com/realms/x")),
                bad("issuer with a slash", Reason.UNKNOWN_ISSUER, t -> t.claim("iss", Token.ISSUER + "/")),
                bad("no issuer", Reason.UNKNOWN_ISSUER, t -> t.claim("iss", null)),
                bad("another audience", Reason.AUDIENCE, t -> t.claim("aud", "wiki")),
                bad("other audiences", Reason.AUDIENCE, t -> t.claim("aud", List.of("wiki", "gatehouse2"))),
                bad("no audience", Reason.AUDIENCE, t -> t.claim("aud", null)),
                bad("audience a number", Reason.MALFORMED, t -> t.claim("aud", 5)),
                bad("expired", Reason.EXPIRED, t -> t.claim("exp", in(Duration.ofSeconds(-61)))),
                bad("expired at the end of the skew", Reason.EXPIRED, t -> t.claim("exp", in(Duration.ofSeconds(-60)))),
                bad("no exp", Reason.EXPIRED, t -> t.claim("exp", null)),
                bad("exp a text", Reason.MALFORMED, t -> t.claim("exp", "tomorrow")),
                bad("exp beyond all time", Reason.MALFORMED, t -> t.claim("exp", 1e30)),
                bad("exp negative", Reason.MALFORMED, t -> t.claim("exp", -1)),
                bad("nbf later", Reason.NOT_YET_VALID, t -> t.claim("nbf", in(Duration.ofSeconds(61)))),
                bad("iat later", Reason.NOT_YET_VALID, t -> t.claim("iat", in(Duration.ofSeconds(61)))),
                bad("auth_time later", Reason.NOT_YET_VALID, t -> t.claim("auth_time", in(Duration.ofDays(365)))));
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void aBadTokenIsRefusedForItsReason(Bad bad) {
        String text = bad.change().apply(token()).text();
        assertThat(tokens.verifier.verify(text))
                .isInstanceOfSatisfying(
                        Verification.Rejected.class,
                        rejected -> assertThat(rejected.reason())
                                .as(rejected.text())
                                .isEqualTo(bad.reason()));
    }

    record Good(String what, UnaryOperator<Token> change) {
        @Override
        public String toString() {
            return what;
        }
    }

    Stream<Good> goodTokens() {
        return Stream.of(
                new Good("as it is", t -> t),
                new Good("audience among others", t -> t.claim("aud", List.of("wiki", "gatehouse"))),
                new Good("typ at+jwt", t -> t.header("typ", "at+jwt")),
                new Good("typ with media type", t -> t.header("typ", "application/at+jwt")),
                new Good("no typ", t -> t.header("typ", null)),
                new Good("no kid, one key fits", t -> t.header("kid", null)),
                new Good("alg by its full name", t -> t.header("alg", "Ed25519")),
                new Good("certificate thumbprint", t -> t.header("x5t", "abc")),
                new Good("within the skew after exp", t -> t.claim("exp", in(Duration.ofSeconds(-59)))),
                new Good("within the skew before nbf", t -> t.claim("nbf", in(Duration.ofSeconds(60)))),
                new Good("exp with a fraction", t -> t.claim("exp", in(Duration.ofSeconds(60)) + 0.5)),
                new Good("e-mail verified", t -> t.claim("email_verified", true)),
                new Good("kind person", t -> t.claim("gatehouse_kind", "person")),
                new Good("client of a person", t -> t.claim("azp", "wiki-frontend")));
    }

    @ParameterizedTest
    @MethodSource("goodTokens")
    void aGoodTokenIsAda(Good good) {
        Principal principal = principal(good.change().apply(token()));
        assertThat(principal.who()).isEqualTo(ADA);
        assertThat(principal.kind()).isEqualTo(Kind.PERSON);
        assertThat(principal.root()).isEqualTo(ADA);
        assertThat(principal.owner()).isEmpty();
    }

    @Test
    void everyAlgorithmOnTheListIsVerified() {
        for (SigningKey key : List.of(tokens.rsa, tokens.ec, tokens.ec384, tokens.ed)) {
            assertThat(principal(new Token(key, tokens.clock.instant())).who())
                    .as(key.algorithm())
                    .isEqualTo(ADA);
        }
    }

    @Test
    void aKeyThatIsWeakOrForEncryptionIsNoKey() {
        for (SigningKey key : List.of(tokens.weak, tokens.forEncryption)) {
            assertThat(reason(tokens.verifier, new Token(key, tokens.clock.instant()).text()))
                    .isEqualTo(Reason.UNKNOWN_KEY);
        }
    }

    @Test
    void aTokenWithoutKidIsRefusedWhereSeveralKeysFit() throws IOException, GeneralSecurityException {
        TokenVerifier several = tokens.verifier(Issuers.trusted(), tokens.ed, SigningKey.ed25519("ed2"));
        assertThat(reason(several, token().header("kid", null).text())).isEqualTo(Reason.UNKNOWN_KEY);
        assertThat(several.verify(token().text())).isInstanceOf(Verification.Verified.class);
    }

    @Test
    void anUnsignedTokenIsRefused() {
        assertThat(reason(tokens.verifier, token().header("alg", "none").unsigned()))
                .isEqualTo(Reason.ALGORITHM);
        assertThat(reason(tokens.verifier, token().unsigned())).isIn(Reason.MALFORMED, Reason.SIGNATURE);
    }

    @Test
    void thePublicKeyIsNoSharedSecret() throws GeneralSecurityException {
        String signed = new Token(tokens.rsa, tokens.clock.instant())
                .header("alg", "HS256")
                .unsigned();
        signed = signed.substring(0, signed.length() - 1);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(tokens.rsa.pair().getPublic().getEncoded(), "HmacSHA256"));
        byte[] tag = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
        String forged = signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(tag);
        assertThat(reason(tokens.verifier, forged)).isEqualTo(Reason.ALGORITHM);
    }

    @Test
    void aChangedByteAnywhereIsRefused() {
        String good = token().text();
        for (int i = 0; i < good.length(); i++) {
            char other = good.charAt(i) == 'A' ? 'B' : 'A';
            if (good.charAt(i) != '.' && !sameBits(good, i, other)) {
                String changed = good.substring(0, i) + other + good.substring(i + 1);
                assertThat(tokens.verifier.verify(changed)).as("at %d", i).isInstanceOf(Verification.Rejected.class);
            }
        }
    }

    /// The last character of a part has bits that carry nothing; one that differs only there is the same token.
    private static boolean sameBits(String token, int at, char other) {
        int end = token.indexOf('.', at) < 0 ? token.length() : token.indexOf('.', at);
        int start = token.lastIndexOf('.', at) + 1;
        String part = token.substring(start, end);
        String changed = part.substring(0, at - start) + other + part.substring(at - start + 1);
        return Arrays.equals(decode(part), decode(changed));
    }

    private static byte[] decode(String part) {
        return new com.nimbusds.jose.util.Base64URL(part).decode();
    }

    @Test
    void aSignatureOfAnotherKeyIsRefused() throws GeneralSecurityException {
        SigningKey stranger = SigningKey.ed25519("ed");
        assertThat(reason(tokens.verifier, new Token(stranger, tokens.clock.instant()).text()))
                .isEqualTo(Reason.SIGNATURE);
    }

    @Test
    void whatIsNoTokenIsRefused() {
        for (String text : List.of(
                "",
                ".",
                "..",
                "...",
                "a.b.c",
                "bnVsbA.e30.",
                "e30.e30.",
                "W10.e30.AA",
                "hunter2",
                "ey.ey.ey.ey.ey",
                "\0",
                "é.é.é")) {
            assertThat(reason(tokens.verifier, text)).as(text).isEqualTo(Reason.MALFORMED);
        }
        assertThat(reason(tokens.verifier, "a".repeat(SignedToken.LONGEST + 1))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void aRefusalNeverQuotesTheToken() {
        String text = token().claim("iss", "https://x.example").text();
        assertThat(tokens.verifier.verify(text))
                .isInstanceOfSatisfying(
                        Verification.Rejected.class,
                        rejected -> assertThat(text.split("\\.")).noneMatch(rejected.text()::contains));
    }
}
