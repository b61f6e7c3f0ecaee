package dev.gatehouse.server.admin;

import dev.gatehouse.control.admin.ports.Credentials;
import dev.gatehouse.control.identity.MintedCredentials;
import dev.gatehouse.gateway.Sessions;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Minted credentials, and the sessions that were opened with them: revoking one ends those.
public final class KeptCredentials implements Credentials {
    private static final int MOST_LISTED = 1000;

    private final MintedCredentials minted;
    private final Sessions sessions;

    public KeptCredentials(MintedCredentials minted, Sessions sessions) {
        this.minted = minted;
        this.sessions = sessions;
    }

    @Override
    public Minting mint(Principal asking, String connection, Optional<Duration> life, Optional<String> purpose) {
        return switch (minted.mint(asking, connection, life, purpose)) {
            case MintedCredentials.Minting.Refused(String text) -> new Minting.Refused(text);
            case MintedCredentials.Minting.Minted(var credential, var secret) -> {
                String text = new String(secret.reveal());
                secret.forget();
                yield new Minting.Minted(listed(credential), credential.user(), text);
            }
        };
    }

    @Override
    public List<Credential> allCredentials() {
        return minted.all(MOST_LISTED).stream().map(KeptCredentials::listed).toList();
    }

    @Override
    public Optional<Credential> find(Id id) {
        return minted.find(id).map(KeptCredentials::listed);
    }

    @Override
    public void revoke(Id id) {
        minted.revoke(id);
        sessions.end(
                session -> session.credential().filter(id::equals).isPresent(),
                "credential-revoked",
                "The credential of this session was revoked.");
    }

    private static Credential listed(dev.gatehouse.control.identity.Credential credential) {
        var principal = credential.principal();
        return new Credential(
                credential.id(),
                principal.who(),
                principal.root(),
                credential.connection(),
                principal.purpose(),
                credential.created(),
                credential.expires(),
                credential.revoked());
    }
}
