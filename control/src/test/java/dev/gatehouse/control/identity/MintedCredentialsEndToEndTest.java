package dev.gatehouse.control.identity;

import static dev.gatehouse.control.identity.Principals.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.control.identity.MintedCredentials.Candidate;
import dev.gatehouse.control.identity.MintedCredentials.Minting;
import dev.gatehouse.control.store.CredentialTable;
import dev.gatehouse.control.store.Store;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Principal;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Minted credentials in a real store, whose rows are tampered with.
final class MintedCredentialsEndToEndTest {
    private static final String CONNECTION = "shop";
    private static final String USER = ADA.id();

    @TempDir
    private Path directory;

    private final ManualClock clock = new ManualClock();
    private final SecureRandom random = new SecureRandom();
    private Store store;
    private MintedCredentials credentials;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(directory);
        credentials =
                credentials("a key of thirty-two bytes, or more".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private MintedCredentials credentials(byte[] key) {
        return new MintedCredentials(new CredentialTable(store.jdbi()), key, Duration.ofHours(12), random, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Minting.Minted mint(Principal asking) {
        return (Minting.Minted) credentials.mint(asking, CONNECTION, Optional.empty(), Optional.empty());
    }

    private Minting.Minted mint() {
        return mint(Principals.ada(clock.instant()));
    }

    private Candidate candidate(Id id) {
        return credentials.candidate(id, Optional.of(USER));
    }

    /// Why nobody gets in with a credential; empty when its secret opens a session.
    private Optional<Reason> reason(Id id) {
        Candidate candidate = candidate(id);
        return candidate.credential().isPresent()
                ? Optional.empty()
                : Optional.of(candidate.otherwise().reason());
    }

    @Test
    void theSecretFitsAndAnotherDoesNot() {
        Minting.Minted minted = mint();
        Candidate candidate = candidate(minted.credential().id());
        assertThat(candidate.credential()).contains(minted.credential());
        assertThat(candidate.fits(minted.secret().reveal())).isTrue();
        char[] wrong = minted.secret().reveal();
        wrong[wrong.length - 1] = wrong[wrong.length - 1] == '0' ? '1' : '0';
        assertThat(candidate.fits(wrong)).isFalse();
        assertThat(candidate.fits(new char[0])).isFalse();
        assertThat(candidate.fits(mint().secret().reveal())).isFalse();
    }

    @Test
    void aSecretIsLongFindableAndNeverTheSame() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 50; i++) {
            Minting.Minted minted = mint();
            String text = new String(minted.secret().reveal());
            assertThat(text).matches("ghc_[0-9a-hjkmnp-tv-z]{78}");
            assertThat(text).startsWith("ghc_" + minted.credential().id());
            assertThat(seen.add(text.substring(30))).isTrue();
            assertThat(minted.toString()).doesNotContain(text.substring(30));
        }
    }

    @Test
    void nothingOfTheSecretIsStored() {
        String secret = new String(mint().secret().reveal()).substring(30);
        store.jdbi().useHandle(handle -> {
            handle.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        });
        assertThat(directory.resolve("gatehouse.db"))
                .content(java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains(USER)
                .doesNotContain(secret)
                .doesNotContain(secret.substring(0, 26));
    }

    @Test
    void aCredentialIsWhoAskedForItAsTheyWereThen() {
        Principal bot = Principals.botOfAda(clock.instant());
        Minting.Minted minted = mint(bot);
        assertThat(minted.credential().principal()).isEqualTo(bot);
        assertThat(credentials.find(minted.credential().id())).contains(minted.credential());
        assertThat(minted.credential().user())
                .isEqualTo("bot/" + minted.credential().id());
    }

    @Test
    void aCredentialNeverOutlivesTheSessionOrTheLongestLife() {
        Principal ada = Principals.ada(clock.instant());
        assertThat(life(ada, Optional.empty())).isEqualTo(Duration.ofMinutes(15));
        assertThat(life(ada, Optional.of(Duration.ofHours(2)))).isEqualTo(Duration.ofHours(2));
        assertThat(life(ada, Optional.of(Duration.ofDays(9)))).isEqualTo(Duration.ofHours(8));
        assertThat(life(Principals.botOfAda(clock.instant()), Optional.empty())).isEqualTo(Duration.ofMinutes(5));
        clock.advance(Duration.ofHours(9));
        assertThat(credentials.mint(ada, CONNECTION, Optional.empty(), Optional.empty()))
                .isInstanceOf(Minting.Refused.class);
    }

    private Duration life(Principal asking, Optional<Duration> wished) {
        var minted = (Minting.Minted) credentials.mint(asking, CONNECTION, wished, Optional.empty());
        return Duration.between(clock.instant(), minted.credential().expires());
    }

    @Test
    void aCredentialIsForItsUserUntilItExpires() {
        Id id = mint().credential().id();
        assertThat(reason(id)).isEmpty();
        assertThat(credentials.candidate(id, Optional.of("bob")).otherwise().reason())
                .isEqualTo(Reason.USER);
        assertThat(reason(Id.random(random))).contains(Reason.CREDENTIAL);
        clock.advance(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(reason(id)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(reason(id)).contains(Reason.EXPIRED);
    }

    @Test
    void aRevokedCredentialIsRefusedAtOnce() {
        Id id = mint().credential().id();
        assertThat(credentials.revoke(id).flatMap(Credential::revoked)).contains(clock.instant());
        assertThat(reason(id)).contains(Reason.REVOKED);
        clock.advance(Duration.ofMinutes(1));
        assertThat(credentials.revoke(id).flatMap(Credential::revoked))
                .contains(clock.instant().minusSeconds(60));
        assertThat(credentials.revoke(Id.random(random))).isEmpty();
    }

    @Test
    void unknownAndUnusableCredentialsLookLikeGoodOnes() {
        Id good = mint().credential().id();
        Candidate before = candidate(good);
        credentials.revoke(good);
        Candidate after = candidate(good);
        assertThat(after.salt()).isEqualTo(before.salt());
        assertThat(after.keys()).isNotEqualTo(before.keys());
        Id unknown = Id.random(random);
        Candidate first = candidate(unknown);
        assertThat(candidate(unknown)).isEqualTo(first);
        assertThat(first.salt().length()).isEqualTo(before.salt().length());
        assertThat(first.iterations()).isEqualTo(before.iterations());
        assertThat(first.keys().storedKey().length())
                .isEqualTo(before.keys().storedKey().length());
        assertThat(first.salt()).isNotEqualTo(before.salt());
    }

    @Test
    void everyTamperedFieldMakesTheRowNoCredential() {
        List<String> changes = List.of(
                "connection = 'payroll'",
                "issuer = 'other'",
                "who = 'bob@example.com'",
                "principal = replace(principal, 'person', 'service')",
                "principal = replace(principal, 'engineering', 'data-protection')",
                "principal = replace(principal, 'ada@', 'bob@')",
                "purpose = 'support'",
                "purpose = ''",
                "created = created - 1",
                "expires = expires + 86400",
                "revoked = 1",
                "iterations = 4097",
                "stored_key = zeroblob(32)",
                "server_key = zeroblob(32)",
                "seal = zeroblob(32)",
                "seal = x''");
        for (String change : changes) {
            Id id = mint().credential().id();
            assertThat(change(change, id)).as(change).isEqualTo(1);
            assertThat(credentials.find(id)).as(change).isEmpty();
            assertThat(credentials.revoke(id)).as(change).isEmpty();
            assertThat(reason(id)).as(change).contains(Reason.CREDENTIAL);
        }
        assertThat(credentials.of(ADA)).isEmpty();
    }

    private int change(String set, Id id) {
        return store.jdbi()
                .withHandle(handle -> handle.execute("UPDATE credentials SET " + set + " WHERE id = ?", id.toString()));
    }

    @Test
    void aRevocationCannotBeTakenBackInTheStore() {
        Id id = mint().credential().id();
        credentials.revoke(id);
        change("revoked = NULL", id);
        assertThat(reason(id)).contains(Reason.CREDENTIAL);
    }

    @Test
    void theKeysOfOneRowAreNoUseInAnother() {
        Id mine = mint(Principals.botOfAda(clock.instant())).credential().id();
        Id hers = mint().credential().id();
        store.jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE credentials SET (stored_key, server_key, seal) ="
                                + " (SELECT stored_key, server_key, seal FROM credentials WHERE id = ?) WHERE id = ?",
                        mine.toString(),
                        hers.toString()));
        assertThat(reason(hers)).contains(Reason.CREDENTIAL);
    }

    @Test
    void rowsSealedWithAnotherKeyAreNoCredentials() {
        Id id = mint().credential().id();
        credentials = credentials(new byte[32]);
        assertThat(reason(id)).contains(Reason.CREDENTIAL);
    }

    @Test
    void credentialsAreListedUntilTheyExpireAndCounted() {
        for (int i = 0; i < MintedCredentials.MOST_LIVE; i++) {
            mint();
        }
        assertThat(credentials.of(ADA)).hasSize(MintedCredentials.MOST_LIVE);
        assertThat(credentials.all(10)).hasSize(10);
        assertThat(credentials.mint(Principals.ada(clock.instant()), CONNECTION, Optional.empty(), Optional.empty()))
                .isInstanceOf(Minting.Refused.class);
        mint(Principals.botOfAda(clock.instant()));
        clock.advance(Duration.ofMinutes(15));
        assertThat(credentials.of(ADA)).isEmpty();
        mint();
    }

    @Test
    void aCredentialSurvivesARestart() throws IOException {
        Minting.Minted minted = mint();
        close();
        open();
        Candidate candidate = candidate(minted.credential().id());
        assertThat(candidate.fits(minted.secret().reveal())).isTrue();
        assertThat(candidate.credential()).contains(minted.credential());
    }
}
