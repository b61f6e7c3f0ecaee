package dev.gatehouse.cli;

import dev.gatehouse.api.OperationRecord;
import dev.gatehouse.api.Overview;
import dev.gatehouse.api.Page;
import dev.gatehouse.api.SessionDetail;
import dev.gatehouse.api.SessionDetail.Delivery;
import dev.gatehouse.api.SessionQuery;
import dev.gatehouse.api.SessionReplay;
import dev.gatehouse.api.SessionSummary;
import dev.gatehouse.api.SignInWay;
import dev.gatehouse.control.admin.AdminApi;
import dev.gatehouse.control.admin.AdminServer;
import dev.gatehouse.control.admin.Role;
import dev.gatehouse.control.admin.ports.Audit;
import dev.gatehouse.control.admin.ports.Connections;
import dev.gatehouse.control.admin.ports.Credentials;
import dev.gatehouse.control.admin.ports.OpenSessions;
import dev.gatehouse.control.admin.ports.Ports;
import dev.gatehouse.control.admin.ports.Records;
import dev.gatehouse.control.admin.ports.Switchboard;
import dev.gatehouse.control.admin.ports.TokenCheck;
import dev.gatehouse.control.admin.ports.TokenCheck.Checked;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Selectors;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/// The real admin API over a gateway in memory. A token is the caller's name; `olga` operates, `aude` audits, `bad` is
/// refused.
final class ServedGateway
        implements AutoCloseable, Connections, Credentials, Switchboard, OpenSessions, Records, Audit {
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Id SESSION = new Id(7, 7);

    final List<String> audit = new ArrayList<>();
    final List<Credential> credentials = new ArrayList<>();
    final List<Open> sessions = new ArrayList<>(List.of(new Open(SESSION, person("ada"), "shop")));
    SessionQuery lastQuery = SessionQuery.all();
    byte[] delivered = new byte[0];
    boolean exact = true;
    boolean watchable = true;
    List<SignInWay> ways = List.of();
    private final AdminServer server;

    private final class Tokens implements TokenCheck {
        @Override
        public Checked check(String token, String source) {
            return token.equals("bad") ? new Checked.Refused("r-42") : new Checked.Known(person(token));
        }

        @Override
        public List<SignInWay> ways() {
            return ways;
        }
    }

    ServedGateway(Optional<SSLContext> tls) {
        var ports = new Ports(
                new Tokens(),
                principal -> switch (principal.who().id()) {
                    case "olga" -> Set.of(Role.OPERATOR);
                    case "aude" -> Set.of(Role.AUDITOR);
                    default -> Set.of();
                },
                this,
                this,
                this,
                this,
                this,
                this,
                new NoRequests(),
                new NoRules(),
                Optional::empty,
                () -> "",
                who -> "corp:colleague~" + who.length(),
                List.of("corp", "ext"),
                Optional.empty(),
                java.time.InstantSource.system());
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = AdminServer.start(anyPort, tls, new AdminApi(ports)::addTo);
    }

    int port() {
        return server.port();
    }

    private static Principal person(String id) {
        var who = new Identity("corp", id);
        return new Principal(
                who,
                Kind.PERSON,
                Set.of(),
                List.of(who),
                who,
                Optional.empty(),
                NOW,
                NOW.plusSeconds(60),
                Optional.empty());
    }

    @Override
    public List<Connection> all() {
        return List.of(new Connection(
                "shop",
                "postgres",
                Map.of(),
                Selectors.EVERYONE,
                Connection.Unclassified.MASK,
                Connection.Predicates.REFUSE,
                false));
    }

    @Override
    public Optional<Address> listener(String type) {
        return Optional.of(new Address("gw.example.com", 6432));
    }

    @Override
    public Minting mint(Principal asking, String connection, Optional<Duration> life, Optional<String> purpose) {
        var id = new Id(9, credentials.size());
        Instant expires = NOW.plus(life.orElse(Duration.ofMinutes(15)));
        credentials.add(
                new Credential(id, asking.who(), asking.root(), connection, purpose, NOW, expires, Optional.empty()));
        return new Minting.Minted(credentials.getLast(), asking.who().id() + "/" + id, "ghc_it's$(secret)");
    }

    @Override
    public List<Credential> allCredentials() {
        return List.copyOf(credentials);
    }

    @Override
    public Optional<Credential> find(Id id) {
        return credentials.stream()
                .filter(credential -> credential.id().equals(id))
                .findFirst();
    }

    @Override
    public void revoke(Id id) {
        credentials.removeIf(credential -> credential.id().equals(id));
    }

    @Override
    public void disable(Switch what, String by, String because) {}

    @Override
    public void enable(Switch what) {}

    @Override
    public boolean disabled(Switch what) {
        return false;
    }

    @Override
    public List<Open> list() {
        return List.copyOf(sessions);
    }

    @Override
    public int end(Predicate<Open> which, String reason, String message) {
        int before = sessions.size();
        sessions.removeIf(which);
        return before - sessions.size();
    }

    @Override
    public Page<SessionSummary> find(SessionQuery query, Predicate<SessionSummary> visible) {
        lastQuery = query;
        return new Page<>(List.of(detail().session()).stream().filter(visible).toList(), Optional.of("next-page"));
    }

    @Override
    public Optional<SessionDetail> show(Id session, Principal viewer) {
        return session.equals(SESSION) ? Optional.of(detail()) : Optional.empty();
    }

    private SessionDetail detail() {
        var summary = new SessionSummary(
                SESSION.toString(),
                "corp:ada",
                "person",
                "corp:ada",
                "shop",
                Optional.of("support"),
                NOW,
                Optional.of(NOW.plusSeconds(9)),
                Optional.of("closed"),
                false,
                2,
                1,
                delivered.length);
        var shown = new OperationRecord.Column(
                "email", List.of("public.customers.email"), List.of("contact.email"), "partial");
        var select = operation("select email from customers where id = 1", "allow", "reads", Optional.of("ok"), shown);
        var drop = operation("drop table\n\u001b[2Jcustomers", "deny", "no-ddl", Optional.empty());
        var delivery = new Delivery(NOW.plusSeconds(2), 1, delivered.length, delivered.length);
        return new SessionDetail(
                summary,
                "postgres",
                Optional.of("10.0.0.9"),
                Optional.of("psql"),
                List.of(select, drop),
                List.of(delivery),
                Optional.of(42L),
                false,
                exact);
    }

    private static OperationRecord operation(
            String statement,
            String decision,
            String rule,
            Optional<String> outcome,
            OperationRecord.Column... columns) {
        return new OperationRecord(
                new Id(5, statement.length()).toString(),
                NOW.plusSeconds(1),
                "statement",
                Optional.of(statement),
                Optional.of("read"),
                Optional.of(decision),
                List.of(new OperationRecord.RuleVote(rule, decision, false)),
                outcome,
                outcome.map(_ -> 1L),
                outcome.map(_ -> 20L),
                outcome.map(_ -> 1500L),
                List.of(),
                List.of("public.customers"),
                List.of(columns));
    }

    @Override
    public Optional<SessionReplay> answers(Id session, Principal viewer) {
        var detail = detail();
        var text = SessionReplay.Shown.text(NOW, "text", "what came back");
        return Optional.of(new SessionReplay(
                detail.session(),
                detail.operations().stream()
                        .map(operation -> new SessionReplay.Step(Optional.of(operation), List.of(text)))
                        .toList(),
                exact));
    }

    @Override
    public Overview overview(Instant since, Instant until, int slots, Predicate<SessionSummary> visible) {
        return new Overview(since, until, List.of(), List.of(), List.of());
    }

    @Override
    public void replay(Id session, OutputStream out) throws IOException {
        out.write(delivered);
    }

    @Override
    public void switchChanged(Principal by, Switch what, boolean disabled, String because) {
        audit.add((disabled ? "disable " : "enable ") + what.what() + " " + what.name() + " " + because);
    }

    @Override
    public void credentialMinted(Principal by, Id credential, String connection) {
        audit.add("mint " + connection);
    }

    @Override
    public void credentialRevoked(Principal by, Id credential) {
        audit.add("revoke " + credential);
    }

    @Override
    public void watched(Principal by, Id session, String because) {
        audit.add(by.who().id() + " watch " + because);
    }

    @Override
    public boolean watchable() {
        return watchable;
    }

    @Override
    public void recordRead(Principal by, Id session, String what) {
        audit.add("read " + what);
    }

    @Override
    public void close() {
        server.close();
    }
}
