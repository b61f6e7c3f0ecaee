package dev.gatehouse.control.identity;

import static dev.gatehouse.control.identity.Principals.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.control.identity.MintedCredentials.Minting;
import dev.gatehouse.control.store.CredentialTable;
import dev.gatehouse.control.store.Store;
import dev.gatehouse.gateway.Authenticator.Attempt;
import dev.gatehouse.gateway.Authenticator.ScramSecret;
import dev.gatehouse.model.Id;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logins as the gateway asks them, against a real issuer and a real store.
final class RealAuthenticatorEndToEndTest {
    private static final String SHOP = "shop";

    @TempDir
    private Path directory;

    private final ManualClock clock = new ManualClock();
    private SigningKey key;
    private TestIssuer issuer;
    private HttpClient client;
    private DiscoveredKeys keys;
    private Store store;
    private TokenVerifier tokens;
    private MintedCredentials credentials;
    private RealAuthenticator authenticator;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        key = SigningKey.ec("k", com.nimbusds.jose.jwk.Curve.P_256, "ES256");
        issuer = new TestIssuer(key);
        client = Discovery.client();
        keys = new DiscoveredKeys("corp", new Discovery(issuer.url(), client), clock);
        var corp = Issuers.corp(issuer.url(), EnumSet.allOf(Issuer.Assertion.class));
        tokens = new TokenVerifier(List.of(new TokenVerifier.Trusted(corp, keys)), SessionBounds.DEFAULT, clock);
        store = Store.open(directory);
        credentials = new MintedCredentials(
                new CredentialTable(store.jdbi()), new byte[32], Duration.ofHours(12), new SecureRandom(), clock);
        authenticator = new RealAuthenticator(tokens, credentials, Set.of("corp"));
    }

    @AfterEach
    void stop() {
        store.close();
        keys.close();
        client.close();
        issuer.close();
    }

    private char[] token() {
        return new Token(key, clock.instant()).claim("iss", issuer.url()).text().toCharArray();
    }

    private Minting.Minted mint() {
        return (Minting.Minted)
                credentials.mint(Principals.ada(clock.instant()), SHOP, Optional.empty(), Optional.of("support"));
    }

    private String password(String user, char[] password) {
        return outcome(authenticator.password(user, password));
    }

    private static String outcome(Attempt result) {
        return switch (result) {
            case Attempt.Accepted accepted ->
                accepted.principal().who().id() + (accepted.credential().isPresent() ? " by credential" : " by token");
            case Attempt.Rejected rejected -> rejected.reason();
        };
    }

    @Test
    void aTokenIsAPasswordForItsOwnUserOnly() {
        assertThat(password(ADA.id(), token())).isEqualTo("ada@example.com by token");
        assertThat(password("bob@example.com", token())).isEqualTo("user");
        assertThat(password("ADA@example.com", token())).isEqualTo("user");
        assertThat(password("", token())).isEqualTo("user");
        assertThat(password(ADA.id(), "hunter2".toCharArray())).isEqualTo("malformed");
    }

    @Test
    void aMintedSecretIsAPasswordWithAndWithoutItsCredentialInTheUserName() {
        Minting.Minted minted = mint();
        char[] secret = minted.secret().reveal();
        assertThat(password(minted.credential().user(), secret)).isEqualTo("ada@example.com by credential");
        assertThat(password(ADA.id(), secret)).isEqualTo("ada@example.com by credential");
        assertThat(password("bob", secret)).isEqualTo("user");
        assertThat(password("bob/" + minted.credential().id(), secret)).isEqualTo("user");
        assertThat(password(ADA.id() + "/" + new Id(7, 7), secret)).isEqualTo("credential");
        assertThat(password(ADA.id(), "ghc_short".toCharArray())).isEqualTo("credential");
    }

    @Test
    void aTokenIsNoPasswordForACredential() {
        assertThat(password(mint().credential().user(), token())).isEqualTo("credential");
    }

    @Test
    void theSessionOfACredentialEndsWithItAndHasItsPurpose() {
        Minting.Minted minted = mint();
        var result = authenticator.password(ADA.id(), minted.secret().reveal());
        assertThat(result).isInstanceOfSatisfying(Attempt.Accepted.class, accepted -> {
            assertThat(accepted.credential()).contains(minted.credential().id());
            assertThat(accepted.connection()).contains(SHOP);
            assertThat(accepted.principal().ends())
                    .isEqualTo(minted.credential().expires());
            assertThat(accepted.principal().purpose()).contains("support");
            assertThat(accepted.principal().groups())
                    .isEqualTo(Principals.ada(clock.instant()).groups());
        });
    }

    @Test
    void aBearerNeedsNoUserName() {
        assertThat(outcome(authenticator.bearer(token()))).isEqualTo("ada@example.com by token");
        assertThat(outcome(authenticator.bearer(mint().secret().reveal()))).isEqualTo("ada@example.com by credential");
        assertThat(outcome(authenticator.bearer("x".toCharArray()))).isEqualTo("malformed");
        String unknown = "ghc_" + new Id(1, 1) + new Id(2, 2) + new Id(3, 3);
        assertThat(outcome(authenticator.bearer(unknown.toCharArray()))).isEqualTo("credential");
    }

    @Test
    void scramWithTheSecretsKeysOpensAndAnUnknownCredentialLooksAlike() {
        Minting.Minted minted = mint();
        Id id = minted.credential().id();
        ScramSecret login = authenticator.scram(id);
        ScramKeys own = ScramKeys.of(minted.secret().reveal(), login.salt(), login.iterations());
        assertThat(login.storedKey()).isEqualTo(own.storedKey());
        assertThat(login.serverKey()).isEqualTo(own.serverKey());
        assertThat(outcome(authenticator.proved(ADA.id(), id))).isEqualTo("ada@example.com by credential");
        assertThat(outcome(authenticator.proved("bob", id))).isEqualTo("user");
        var unknownId = new Id(7, 7);
        ScramSecret unknown = authenticator.scram(unknownId);
        assertThat(unknown.iterations()).isEqualTo(login.iterations());
        assertThat(unknown.salt().length()).isEqualTo(login.salt().length());
        assertThat(unknown.storedKey().length()).isEqualTo(login.storedKey().length());
        assertThat(outcome(authenticator.proved(ADA.id(), unknownId)))
                .as("even a proof that fits")
                .isEqualTo("credential");
    }

    @Test
    void aCredentialRevokedDuringScramDoesNotOpen() {
        Id id = mint().credential().id();
        authenticator.scram(id);
        credentials.revoke(id);
        assertThat(outcome(authenticator.proved(ADA.id(), id))).isEqualTo("revoked");
    }

    @Test
    void aCredentialOfAnIssuerThatIsGoneDoesNotOpen() {
        Minting.Minted minted = mint();
        var reconfigured = new RealAuthenticator(tokens, credentials, Set.of("other"));
        assertThat(outcome(reconfigured.password(ADA.id(), minted.secret().reveal())))
                .isEqualTo("unknown-issuer");
    }

    @Test
    void noResultShowsASecret() {
        Minting.Minted minted = mint();
        String secret = new String(minted.secret().reveal());
        for (Object shown : List.of(
                minted,
                authenticator.scram(minted.credential().id()),
                authenticator.password("bob", secret.toCharArray()),
                authenticator.password(ADA.id(), secret.toCharArray()))) {
            assertThat(shown.toString()).doesNotContain(secret.substring(30));
        }
    }
}
