package dev.gatehouse.control.identity;

import dev.gatehouse.control.identity.MintedCredentials.Candidate;
import dev.gatehouse.control.identity.Verification.Rejected;
import dev.gatehouse.control.identity.Verification.Verified;
import dev.gatehouse.gateway.Authenticator;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Principal;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Proves who connects by an issuer's token or a minted credential. Safe for many threads; may wait some seconds for an
/// issuer's keys.
///
/// Why something was not accepted goes to the operator's log in full and to the record as one word. An exception (the
/// store cannot be read) accepts nobody.
public final class RealAuthenticator implements Authenticator {
    private static final Logger LOG = LoggerFactory.getLogger(RealAuthenticator.class);

    private final TokenVerifier tokens;
    private final MintedCredentials credentials;
    private final Set<String> issuers;

    /// @param issuers names of the configured issuers; a credential of an issuer that is gone is not taken
    public RealAuthenticator(TokenVerifier tokens, MintedCredentials credentials, Set<String> issuers) {
        this.tokens = tokens;
        this.credentials = credentials;
        this.issuers = Set.copyOf(issuers);
    }

    /// Takes a token only for exactly its identity's id. A minted secret is also taken where `user` names its
    /// credential
    /// after the last `/`; a token never is.
    @Override
    public Attempt password(String user, char[] password) {
        LoginName name = LoginName.parse(user);
        if (name.credential().isEmpty() && !MintedSecret.looksLike(password)) {
            return token(password, Optional.of(name.id()));
        }
        Optional<Id> credential = name.credential().or(() -> MintedSecret.credential(password));
        return credential.isPresent()
                ? minted(credential.get(), Optional.of(name.id()), password)
                : rejected(new Rejected(Reason.CREDENTIAL, "a minted secret of the wrong form"));
    }

    /// A token or a minted secret that comes without a user name, as in `Authorization: Bearer`.
    @Override
    public Attempt bearer(char[] secret) {
        Optional<Id> credential = MintedSecret.credential(secret);
        return credential.isPresent()
                ? minted(credential.get(), Optional.empty(), secret)
                : token(secret, Optional.empty());
    }

    @Override
    public ScramSecret scram(Id credential) {
        Candidate candidate = credentials.candidate(credential, Optional.empty());
        ScramKeys keys = candidate.keys();
        return new ScramSecret(candidate.salt(), candidate.iterations(), keys.storedKey(), keys.serverKey());
    }

    /// Looks at the credential again, because it may have been revoked while the client was proving its secret.
    @Override
    public Attempt proved(String user, Id credential) {
        return outcome(credentials.candidate(credential, Optional.of(user)), true);
    }

    private Attempt minted(Id credential, Optional<String> user, char[] secret) {
        Candidate candidate = credentials.candidate(credential, user);
        return outcome(candidate, candidate.fits(secret));
    }

    private Attempt outcome(Candidate candidate, boolean proved) {
        if (!proved || candidate.credential().isEmpty()) {
            return rejected(candidate.otherwise());
        }
        Credential credential = candidate.credential().get();
        String issuer = credential.principal().who().issuer();
        return issuers.contains(issuer)
                ? new Attempt.Accepted(
                        credential.principal(), Optional.of(credential.id()), Optional.of(credential.connection()))
                : rejected(new Rejected(Reason.UNKNOWN_ISSUER, "issuer " + issuer + " is no longer configured"));
    }

    private Attempt token(char[] token, Optional<String> user) {
        return switch (tokens.verify(new String(token))) {
            case Rejected rejected -> rejected(rejected);
            case Verified(Principal principal) ->
                user.isEmpty() || user.get().equals(principal.who().id())
                        ? new Attempt.Accepted(principal, Optional.empty(), Optional.empty())
                        : rejected(new Rejected(Reason.USER, "the token is of " + principal.who()));
        };
    }

    private static Attempt rejected(Rejected rejected) {
        LOG.atInfo()
                .addKeyValue("reason", rejected.reason().word())
                .addKeyValue("why", rejected.text())
                .log("login not accepted");
        return new Attempt.Rejected(rejected.reason().word());
    }
}
