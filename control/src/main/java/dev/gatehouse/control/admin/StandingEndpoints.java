package dev.gatehouse.control.admin;

import dev.gatehouse.api.ConnectionInfo;
import dev.gatehouse.api.Health;
import dev.gatehouse.api.Page;
import dev.gatehouse.api.TargetHealth;
import dev.gatehouse.api.WhoAmI;
import dev.gatehouse.control.admin.ports.Connections;
import dev.gatehouse.control.admin.ports.Ports;
import dev.gatehouse.control.admin.ports.Switchboard;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Group;
import dev.gatehouse.model.Principal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// How the gateway stands, who the caller is, and which connections there are for them.
final class StandingEndpoints {
    private static final int UNAVAILABLE = 503;
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final Ports ports;
    private final SelectorWords words;

    StandingEndpoints(Ports ports) {
        this.ports = ports;
        words = new SelectorWords(ports.issuers());
    }

    Answer health() {
        return Answer.ok(new Health("ok"));
    }

    Answer readiness() {
        Optional<String> missing = ports.readiness().missing();
        return missing.isPresent()
                ? new Answer.Json(UNAVAILABLE, new Health(missing.get()))
                : Answer.ok(new Health("ok"));
    }

    Answer metrics() {
        return new Answer.Bytes(ports.metrics().text().getBytes(StandardCharsets.UTF_8), PROMETHEUS, false);
    }

    /// Where people sign in; asked by those who have not yet.
    Answer ways() {
        return Answer.ok(new Page<>(ports.tokens().ways(), Optional.empty()));
    }

    Answer whoAmI(Caller caller) {
        Principal principal = caller.principal();
        return Answer.ok(new WhoAmI(
                principal.who().id(),
                principal.who().issuer(),
                principal.kind().word(),
                principal.groups().stream().map(Group::name).sorted().toList(),
                principal.root().toString(),
                caller.roles().stream().sorted().map(Role::word).toList(),
                ports.issuers(),
                principal.ends()));
    }

    /// Those the caller may access; all of them for an operator.
    Answer connections(Caller caller, Asked asked) throws Malformed {
        return Paging.of(
                ports.connections().all().stream()
                        .filter(connection ->
                                caller.everything() || connection.access().matches(caller.principal()))
                        .map(connection -> info(caller, connection))
                        .toList(),
                ConnectionInfo::name,
                asked);
    }

    private ConnectionInfo info(Caller caller, Connection connection) {
        Optional<Connections.Address> address = ports.connections().listener(connection.type());
        return new ConnectionInfo(
                connection.name(),
                connection.type(),
                connection.labels(),
                connection.purposeRequired(),
                connection.access().matches(caller.principal()),
                ports.switches().disabled(new Switchboard.Switch.OfConnection(connection.name())),
                address.map(Connections.Address::host),
                address.map(Connections.Address::port),
                caller.everything() ? words.of(connection.access()) : List.of(),
                ports.connections()
                        .health(connection.name())
                        .map(health -> new TargetHealth(
                                health.because().isEmpty(),
                                health.at(),
                                caller.everything() ? health.because() : Optional.empty())));
    }
}
