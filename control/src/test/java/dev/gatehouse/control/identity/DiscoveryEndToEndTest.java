package dev.gatehouse.control.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Tokens of a real issuer over HTTP: keys discovered, rotated, kept.
final class DiscoveryEndToEndTest {
    private final ManualClock clock = new ManualClock();
    private SigningKey first;
    private SigningKey second;
    private TestIssuer issuer;
    private HttpClient client;
    private DiscoveredKeys keys;
    private TokenVerifier verifier;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        first = SigningKey.ed25519("first");
        second = SigningKey.ed25519("second");
        issuer = new TestIssuer(first);
        client = Discovery.client();
        keys = new DiscoveredKeys("corp", new Discovery(issuer.url(), client), clock);
        var corp = Issuers.corp(issuer.url(), EnumSet.allOf(Issuer.Assertion.class));
        verifier = new TokenVerifier(List.of(new TokenVerifier.Trusted(corp, keys)), SessionBounds.DEFAULT, clock);
    }

    @AfterEach
    void stop() {
        keys.close();
        client.close();
        issuer.close();
    }

    private String token(SigningKey key) {
        return new Token(key, clock.instant()).claim("iss", issuer.url()).text();
    }

    private String outcome(SigningKey key) {
        return switch (verifier.verify(token(key))) {
            case Verification.Verified(var principal) -> principal.who().id();
            case Verification.Rejected rejected -> rejected.reason().word();
        };
    }

    @Test
    void theFirstTokenFetchesTheKeysAndTheNextOnesDoNot() {
        for (int i = 0; i < 20; i++) {
            assertThat(outcome(first)).isEqualTo("ada@example.com");
        }
        assertThat(issuer.keyFetches).hasValue(1);
    }

    @Test
    void aNewKeyIsFoundWhenATokenNamesIt() {
        assertThat(outcome(first)).isEqualTo("ada@example.com");
        issuer.signsWith(first, second);
        clock.advance(DiscoveredKeys.SPACING);
        assertThat(outcome(second)).isEqualTo("ada@example.com");
        assertThat(outcome(first)).isEqualTo("ada@example.com");
        assertThat(issuer.keyFetches).hasValue(2);
    }

    @Test
    void aWithdrawnKeyIsForgottenAtTheNextFetch() {
        assertThat(outcome(first)).isEqualTo("ada@example.com");
        issuer.signsWith(second);
        clock.advance(DiscoveredKeys.SPACING);
        assertThat(outcome(second)).isEqualTo("ada@example.com");
        assertThat(outcome(first)).isEqualTo("unknown-key");
    }

    @Test
    void madeUpKeyIdsDoNotHammerTheIssuer() throws GeneralSecurityException {
        assertThat(outcome(first)).isEqualTo("ada@example.com");
        for (int i = 0; i < 50; i++) {
            assertThat(outcome(SigningKey.ed25519("made-up-" + i))).isEqualTo("unknown-key");
        }
        assertThat(issuer.keyFetches).hasValue(1);
        clock.advance(DiscoveredKeys.SPACING);
        for (int i = 0; i < 50; i++) {
            assertThat(outcome(SigningKey.ed25519("made-up-" + i))).isEqualTo("unknown-key");
        }
        assertThat(issuer.keyFetches).hasValue(2);
    }

    @Test
    void anIssuerThatIsDownIsAskedEverMoreRarely() {
        issuer.feels(TestIssuer.Mood.DOWN);
        Duration watched = Duration.ofMinutes(5);
        for (Duration passed = Duration.ZERO; passed.compareTo(watched) < 0; passed = passed.plusSeconds(1)) {
            assertThat(outcome(first)).isEqualTo("keys-unavailable");
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(issuer.discoveries.get()).isBetween(5, 9);
        issuer.feels(TestIssuer.Mood.WELL);
        clock.advance(DiscoveredKeys.LONGEST_SPACING);
        assertThat(outcome(first)).isEqualTo("ada@example.com");
    }

    @Test
    void theKeysOfAnIssuerThatIsDownStayGoodForADay() {
        assertThat(outcome(first)).isEqualTo("ada@example.com");
        issuer.feels(TestIssuer.Mood.DOWN);
        clock.advance(DiscoveredKeys.KEPT.minusMinutes(1));
        assertThat(outcome(first)).isEqualTo("ada@example.com");
        clock.advance(Duration.ofMinutes(5));
        assertThat(outcome(first)).isEqualTo("keys-unavailable");
    }

    @Test
    void oldKeysAreUsedWhileNewOnesAreFetched() {
        assertThat(outcome(first)).isEqualTo("ada@example.com");
        issuer.signsWith(first, second);
        clock.advance(DiscoveredKeys.FRESH);
        assertThat(outcome(first)).isEqualTo("ada@example.com");
        assertThat(outcome(second)).isEqualTo("ada@example.com");
        assertThat(issuer.keyFetches).hasValue(2);
    }

    @ParameterizedTest
    @EnumSource(names = "WELL", mode = EnumSource.Mode.EXCLUDE)
    void anIssuerThatIsNotWellGivesNoKeys(TestIssuer.Mood mood) {
        issuer.feels(mood);
        assertThat(outcome(first)).isEqualTo("keys-unavailable");
        if (mood != TestIssuer.Mood.PLAIN_HTTP_KEYS && mood != TestIssuer.Mood.OTHER_NAME) {
            assertThat(issuer.keyFetches).hasValue(0);
        }
    }

    @Test
    void manyLoginsAtOnceShareOneFetch() throws InterruptedException {
        var outcomes = new java.util.concurrent.ConcurrentLinkedQueue<String>();
        var threads = java.util.stream.IntStream.range(0, 32)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> outcomes.add(outcome(first))))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(outcomes).hasSize(32).containsOnly("ada@example.com");
        assertThat(issuer.keyFetches).hasValue(1);
    }
}
