package dev.gatehouse.control.console;

import dev.gatehouse.api.ConnectionInfo;
import dev.gatehouse.api.CredentialCreated;
import dev.gatehouse.api.CredentialListed;
import dev.gatehouse.api.CredentialRequest;
import dev.gatehouse.api.SwitchRequest;
import dev.gatehouse.api.SwitchState;
import dev.gatehouse.control.admin.Answer;
import dev.gatehouse.control.admin.Endpoint;
import dev.gatehouse.control.console.pages.JteconnectionsGenerated;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/// Connections: how they are, who may use them, how a client gets in, and their switch.
final class ConnectionPages {
    private final Api api;

    ConnectionPages(Api api) {
        this.api = api;
    }

    Reply list(Look look) throws Turned {
        return shown(look, Optional.empty(), Optional.empty());
    }

    private Reply shown(Look look, Optional<CredentialCreated> fresh, Optional<ShownConnections.Complaint> complaint)
            throws Turned {
        var shown = new ShownConnections(
                api.all(look, ConnectionInfo.class, Endpoint.LIST_CONNECTIONS),
                api.all(look, CredentialListed.class, Endpoint.LIST_CREDENTIALS),
                fresh,
                complaint);
        return Pages.html(
                complaint.isPresent() ? 400 : 200, out -> JteconnectionsGenerated.render(out, null, look, shown));
    }

    /// A fresh credential; the page that answers is the only one that ever has its secret.
    Reply mint(Look look, Visit visit) throws Turned, IOException {
        String purpose = visit.field("purpose").strip();
        String life = visit.field("for").strip();
        var wish = new CredentialRequest(
                Optional.of(life).filter(text -> !text.isEmpty()),
                Optional.of(purpose).filter(text -> !text.isEmpty()));
        try {
            var made = api.read(look, CredentialCreated.class, Endpoint.CREATE_CREDENTIAL, visit.asked(wish));
            return shown(look, Optional.of(made), Optional.empty());
        } catch (Turned turned) {
            var complaint = new ShownConnections.Complaint(
                    visit.path("name"), turned.problem().detail());
            return shown(look, Optional.empty(), Optional.of(complaint));
        }
    }

    Reply change(Look look, Visit visit, boolean off) throws Turned, IOException {
        Optional<String> because = Optional.of(visit.field("because").strip()).filter(words -> !words.isEmpty());
        api.read(
                look,
                SwitchState.class,
                off ? Endpoint.DISABLE_CONNECTION : Endpoint.ENABLE_CONNECTION,
                visit.asked(new SwitchRequest(because)));
        return new Reply.See("/connections");
    }

    Reply revoke(Look look, Visit visit) throws Turned {
        api.ask(look, Answer.Empty.class, Endpoint.REVOKE_CREDENTIAL, visit.asked(Map.of()));
        return new Reply.See("/connections#credentials");
    }
}
