package dev.gatehouse.control.identity;

import dev.gatehouse.control.identity.Verification.Rejected;
import dev.gatehouse.control.store.CredentialRow;
import dev.gatehouse.control.store.CredentialTable;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Slice;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Makes, finds and revokes the gateway's own short-lived credentials.
///
/// A credential is bound to the one who asked as they were then, and to one connection, perhaps to a purpose; it never
/// outlives the session it was asked for in. Only a sealed verifier of its secret is stored. Safe for many threads.
public final class MintedCredentials {
    public static final Duration DEFAULT_LIFE = Duration.ofMinutes(15);

    /// Of one identity at one time.
    public static final int MOST_LIVE = 100;

    /// An expired credential can be listed this long.
    static final Duration REMEMBERED = Duration.ofDays(7);

    private final CredentialTable table;
    private final CredentialSeal seal;
    private final Duration longestLife;
    private final SecureRandom random;
    private final InstantSource clock;

    /// @param sealKey at least 32 bytes, from the gateway's keys, used for nothing else; not kept
    public MintedCredentials(
            CredentialTable table, byte[] sealKey, Duration longestLife, SecureRandom random, InstantSource clock) {
        this.table = table;
        this.seal = new CredentialSeal(sealKey);
        this.longestLife = longestLife;
        this.random = random;
        this.clock = clock;
    }

    /// What became of the wish for a credential.
    public sealed interface Minting {
        record Minted(Credential credential, MintedSecret secret) implements Minting {}

        /// @param text says what to do
        record Refused(String text) implements Minting {}
    }

    /// Makes a credential with which `asking` can open `connection`.
    ///
    /// @param life how long; cut to the longest allowed and to the end of the session it is asked for in
    public Minting mint(Principal asking, String connection, Optional<Duration> life, Optional<String> purpose) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Duration wished = life.orElse(DEFAULT_LIFE);
        Duration granted = wished.compareTo(longestLife) < 0 ? wished : longestLife;
        Instant expires =
                SessionBounds.earlier(now.plus(granted), asking.ends()).truncatedTo(ChronoUnit.SECONDS);
        if (!expires.isAfter(now)) {
            return new Minting.Refused("A credential must live for a second at least, and your sign-in ends at "
                    + asking.ends() + ": sign in again.");
        }
        if (table.of(asking.who().issuer(), asking.who().id(), now.getEpochSecond())
                        .size()
                >= MOST_LIVE) {
            return new Minting.Refused(
                    "You have " + MOST_LIVE + " credentials that are still valid: wait until one expires.");
        }
        table.purge(now.minus(REMEMBERED).getEpochSecond());
        var id = Id.random(random);
        var secret = MintedSecret.random(id, random);
        CredentialRow row = row(id, asking, connection, purpose.or(asking::purpose), now, expires, secret);
        table.insert(row);
        return new Minting.Minted(credential(row, id), secret);
    }

    /// The credentials of one identity that have not expired, the newest first.
    public List<Credential> of(Identity identity) {
        return table.of(identity.issuer(), identity.id(), clock.instant().getEpochSecond()).stream()
                .flatMap(row -> genuine(row).stream())
                .toList();
    }

    /// Everybody's credentials that have not expired, the newest first.
    public List<Credential> all(int most) {
        return table.all(clock.instant().getEpochSecond(), most).stream()
                .flatMap(row -> genuine(row).stream())
                .toList();
    }

    /// The credential of that id, expired or revoked as it may be; empty when there is none whose seal holds.
    public Optional<Credential> find(Id id) {
        return table.find(id.toString()).flatMap(this::genuine);
    }

    /// Ends a credential at once; whoever calls has checked whose it is. Empty when there is none.
    public Optional<Credential> revoke(Id id) {
        Optional<CredentialRow> found = table.find(id.toString()).filter(seal::holds);
        if (found.isPresent() && found.get().revoked().isEmpty()) {
            table.revoke(seal.seal(found.get().revokedAt(clock.instant().getEpochSecond())));
        }
        return find(id);
    }

    /// What a login with credential `id` as `user` is checked against. Unknown, altered, expired, revoked or somebody
    /// else's ones get keys that no secret fits, and otherwise look the same.
    Candidate candidate(Id id, Optional<String> user) {
        Optional<CredentialRow> row = table.find(id.toString());
        if (row.isEmpty()) {
            return hopeless(id, Reason.CREDENTIAL, "no credential " + id);
        }
        Optional<Credential> genuine = genuine(row.get());
        if (genuine.isEmpty()) {
            return hopeless(
                    id, Reason.CREDENTIAL, "credential " + id + " was altered in the store; it is not believed");
        }
        Credential credential = genuine.get();
        if (credential.revoked().isPresent()) {
            return hopeless(id, Reason.REVOKED, "credential " + id + " was revoked");
        }
        if (!clock.instant().isBefore(credential.expires())) {
            return hopeless(id, Reason.EXPIRED, "credential " + id + " expired at " + credential.expires());
        }
        if (user.isPresent() && !user.get().equals(credential.principal().who().id())) {
            return hopeless(id, Reason.USER, "credential " + id + " is not of the user who was named");
        }
        return new Candidate(
                seal.salt(id),
                row.get().iterations(),
                new ScramKeys(row.get().storedKey(), row.get().serverKey()),
                Optional.of(credential),
                new Rejected(Reason.CREDENTIAL, "wrong secret for credential " + id));
    }

    private Candidate hopeless(Id id, Reason reason, String text) {
        return new Candidate(
                seal.salt(id), ScramKeys.ITERATIONS, seal.mock(id), Optional.empty(), new Rejected(reason, text));
    }

    /// @param credential present when the secret that fits the keys opens a session
    /// @param otherwise why the login is refused when it does not
    record Candidate(Slice salt, int iterations, ScramKeys keys, Optional<Credential> credential, Rejected otherwise) {
        boolean fits(char[] secret) {
            return ScramKeys.of(secret, salt, iterations).sameAs(keys);
        }
    }

    private Optional<Credential> genuine(CredentialRow row) {
        return seal.holds(row) ? Id.parse(row.id()).map(id -> credential(row, id)) : Optional.empty();
    }

    private static Credential credential(CredentialRow row, Id id) {
        Instant expires = Instant.ofEpochSecond(row.expires());
        Optional<Instant> revoked = row.revoked().isPresent()
                ? Optional.of(Instant.ofEpochSecond(row.revoked().getAsLong()))
                : Optional.empty();
        return new Credential(
                id,
                PrincipalJson.read(row.principal(), expires, row.purpose()),
                row.connection(),
                Instant.ofEpochSecond(row.created()),
                revoked);
    }

    private CredentialRow row(
            Id id,
            Principal asking,
            String connection,
            Optional<String> purpose,
            Instant now,
            Instant expires,
            MintedSecret secret) {
        ScramKeys keys = ScramKeys.of(secret.reveal(), seal.salt(id), ScramKeys.ITERATIONS);
        return seal.seal(new CredentialRow(
                id.toString(),
                connection,
                asking.who().issuer(),
                asking.who().id(),
                PrincipalJson.write(asking),
                purpose,
                now.getEpochSecond(),
                expires.getEpochSecond(),
                OptionalLong.empty(),
                ScramKeys.ITERATIONS,
                keys.storedKey(),
                keys.serverKey(),
                Slice.EMPTY));
    }
}
