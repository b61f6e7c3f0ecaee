package dev.gatehouse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIssuerEndToEndTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path directory;

    @Test
    void everyTokenIsSignedByTheKeyThatDiscoveryLeadsTo() throws Exception {
        try (DemoIssuer issuer = start()) {
            Map<String, Object> discovery =
                    JSONObjectUtils.parse(get(issuer.issuer() + "/.well-known/openid-configuration"));
            assertThat(discovery).containsEntry("issuer", issuer.issuer());
            JWKSet keys = JWKSet.parse(get(String.valueOf(discovery.get("jwks_uri"))));
            ECKey key = keys.getKeys().getFirst().toECKey();
            assertThat(key.isPrivate()).isFalse();
            for (DemoIdentity identity : issuer.identities()) {
                SignedJWT token = SignedJWT.parse(identity.token());
                assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
                assertThat(token.getHeader().getKeyID()).isEqualTo(key.getKeyID());
                assertThat(token.getJWTClaimsSet().getStringClaim("email")).isEqualTo(identity.user());
                assertThat(token.getJWTClaimsSet().getStringListClaim("groups")).isEqualTo(identity.groups());
            }
        }
    }

    @Test
    void tokensAreForTheGatewayAndLastAYear() throws Exception {
        try (DemoIssuer issuer = start()) {
            JWTClaimsSet claims =
                    SignedJWT.parse(issuer.mint(DemoPart.ENGINEER)).getJWTClaimsSet();
            assertThat(claims.getIssuer()).isEqualTo(issuer.issuer());
            assertThat(claims.getAudience()).containsExactly("gatehouse");
            assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plus(Duration.ofDays(365))));
            assertThat(claims.getLongClaim("auth_time")).isEqualTo(NOW.getEpochSecond());
            assertThat(claims.getStringClaim("gatehouse_kind")).isEqualTo("person");
            assertThat(claims.getClaim("gatehouse_owner")).isNull();
        }
    }

    @Test
    void theAgentBelongsToTheEngineer() throws Exception {
        try (DemoIssuer issuer = start()) {
            JWTClaimsSet claims = SignedJWT.parse(issuer.mint(DemoPart.AGENT)).getJWTClaimsSet();
            assertThat(claims.getStringClaim("gatehouse_kind")).isEqualTo("agent");
            assertThat(claims.getStringClaim("gatehouse_owner")).isEqualTo("ada@example.com");
        }
    }

    @Test
    void aRestartIsTheSameIssuerAndTheSamePeople() throws Exception {
        String before;
        String token;
        try (DemoIssuer issuer = start()) {
            before = issuer.issuer();
            token = issuer.mint(DemoPart.OFFICER);
        }
        try (DemoIssuer issuer = start()) {
            assertThat(issuer.issuer()).isEqualTo(before);
            ECKey key = JWKSet.parse(get(issuer.issuer() + "/jwks"))
                    .getKeys()
                    .getFirst()
                    .toECKey();
            assertThat(SignedJWT.parse(token).verify(new ECDSAVerifier(key))).isTrue();
            assertThat(SignedJWT.parse(issuer.mint(DemoPart.OFFICER))
                            .getJWTClaimsSet()
                            .getSubject())
                    .isEqualTo(SignedJWT.parse(token).getJWTClaimsSet().getSubject());
        }
    }

    @Test
    void twoIssuersWithTheSameStateGetAlongWithDifferentPorts() throws Exception {
        try (DemoIssuer first = start();
                DemoIssuer second = start()) {
            assertThat(second.issuer()).isNotEqualTo(first.issuer());
            assertThat(get(second.issuer() + "/jwks")).isEqualTo(get(first.issuer() + "/jwks"));
        }
    }

    @Test
    void theKeyIsForItsOwnerOnlyAndNoTokenIsPrinted() throws Exception {
        try (DemoIssuer issuer = start()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state())))
                    .isEqualTo("rw-------");
            List<DemoIdentity> identities = issuer.identities();
            assertThat(identities).allMatch(i -> !i.toString().contains(i.token()));
            assertThat(identities)
                    .extracting(DemoIdentity::name)
                    .containsExactly("agent", "engineer", "lead", "officer", "operator");
        }
    }

    private DemoIssuer start() throws Exception {
        return DemoIssuer.start(state(), InstantSource.fixed(NOW));
    }

    private Path state() {
        return directory.resolve("issuer.json");
    }

    private static String get(String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        }
    }
}
