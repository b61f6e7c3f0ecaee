package dev.gatehouse.control.admin;

import dev.gatehouse.api.CredentialCreated;
import dev.gatehouse.api.CredentialListed;
import dev.gatehouse.api.CredentialRequest;
import dev.gatehouse.api.Problem;
import dev.gatehouse.control.admin.ports.Connections.Address;
import dev.gatehouse.control.admin.ports.Credentials.Credential;
import dev.gatehouse.control.admin.ports.Credentials.Minting;
import dev.gatehouse.control.admin.ports.Ports;
import dev.gatehouse.control.admin.ports.Switchboard;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Id;
import dev.gatehouse.recording.RecordingFailed;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/// Makes, lists and revokes short-lived credentials.
final class CredentialEndpoints {
    private static final int CREATED = 201;
    private static final int UNPROCESSABLE = 422;

    private final Ports ports;

    CredentialEndpoints(Ports ports) {
        this.ports = ports;
    }

    Answer create(Caller caller, Asked asked) throws Malformed, IOException {
        CredentialRequest wish =
                asked.body(CredentialRequest.class, new CredentialRequest(Optional.empty(), Optional.empty()));
        Optional<Duration> life =
                wish.life().isPresent() ? Optional.of(Asked.life(wish.life().get())) : Optional.empty();
        Optional<Connection> connection = ports.connections()
                .named(asked.path("name"))
                .filter(found -> found.access().matches(caller.principal()));
        if (connection.isEmpty()) {
            return Answer.notFound("There is no connection of that name that you may use; see: gatehouse"
                    + " credentials create --help, or ask your operator for access.");
        }
        return create(caller, connection.get(), life, wish.purpose().or(caller.principal()::purpose));
    }

    private Answer create(Caller caller, Connection connection, Optional<Duration> life, Optional<String> purpose) {
        String name = connection.name();
        if (ports.switches().disabled(new Switchboard.Switch.OfConnection(name))) {
            return Answer.conflict("disabled", "Connection " + name + " is switched off; ask your operator.");
        }
        if (connection.purposeRequired() && purpose.isEmpty()) {
            return new Answer.Refused(Problem.of(
                    UNPROCESSABLE,
                    "purpose-required",
                    "A purpose is required",
                    "Connection " + name + " asks what its sessions are for: name a purpose (--purpose)."));
        }
        Optional<Address> address = ports.connections().listener(connection.type());
        if (address.isEmpty()) {
            return Answer.conflict("no-listener", "The gateway does not listen for " + connection.type() + " now.");
        }
        return switch (ports.credentials().mint(caller.principal(), name, life, purpose)) {
            case Minting.Refused(String because) -> Answer.conflict("not-minted", because);
            case Minting.Minted minted -> {
                record(caller, minted.credential());
                yield new Answer.Json(CREATED, created(minted, connection, address.get()));
            }
        };
    }

    /// What cannot be recorded must not be usable, though nobody has seen its secret yet.
    private void record(Caller caller, Credential credential) {
        try {
            ports.audit().credentialMinted(caller.principal(), credential.id(), credential.connection());
        } catch (RecordingFailed failed) {
            ports.credentials().revoke(credential.id());
            throw failed;
        }
    }

    private static CredentialCreated created(Minting.Minted minted, Connection connection, Address address) {
        return new CredentialCreated(
                minted.credential().id().toString(),
                connection.name(),
                connection.type(),
                minted.user(),
                minted.secret(),
                minted.credential().expires(),
                address.host(),
                address.port());
    }

    /// The caller's own; everybody's for an operator.
    Answer list(Caller caller, Asked asked) throws Malformed {
        return Paging.of(
                ports.credentials().allCredentials().stream()
                        .filter(credential -> caller.may(credential.who(), credential.root()))
                        .map(CredentialEndpoints::listed)
                        .toList(),
                CredentialListed::id,
                asked);
    }

    Answer revoke(Caller caller, Asked asked) throws Malformed {
        Id id = asked.id();
        Optional<Credential> found =
                ports.credentials().find(id).filter(credential -> caller.may(credential.who(), credential.root()));
        if (found.isEmpty()) {
            return Answer.notFound("There is no credential " + id + " of yours; see: gatehouse credentials list.");
        }
        ports.audit().credentialRevoked(caller.principal(), id);
        ports.credentials().revoke(id);
        return new Answer.Empty();
    }

    private static CredentialListed listed(Credential credential) {
        return new CredentialListed(
                credential.id().toString(),
                credential.who().toString(),
                credential.root().toString(),
                credential.connection(),
                credential.purpose(),
                credential.created(),
                credential.expires(),
                credential.revoked());
    }
}
