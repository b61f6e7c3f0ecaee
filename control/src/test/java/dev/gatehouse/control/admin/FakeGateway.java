package dev.gatehouse.control.admin;

import dev.gatehouse.api.Overview;
import dev.gatehouse.api.Page;
import dev.gatehouse.api.SessionDetail;
import dev.gatehouse.api.SessionQuery;
import dev.gatehouse.api.SessionReplay;
import dev.gatehouse.api.SessionSummary;
import dev.gatehouse.control.admin.ports.Audit;
import dev.gatehouse.control.admin.ports.Connections;
import dev.gatehouse.control.admin.ports.Credentials;
import dev.gatehouse.control.admin.ports.OpenSessions;
import dev.gatehouse.control.admin.ports.Ports;
import dev.gatehouse.control.admin.ports.Records;
import dev.gatehouse.control.admin.ports.Switchboard;
import dev.gatehouse.control.admin.ports.TokenCheck.Checked;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Group;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Selector;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.recording.RecordingFailed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// A gateway in memory, for the API to stand on: a token is the name of whoever calls.
public final class FakeGateway implements Connections, Credentials, Switchboard, OpenSessions, Records, Audit {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final Id ADAS = new Id(1, 1);
    public static final Id BOBS = new Id(2, 2);
    public static final Id BOTS = new Id(3, 3);

    final List<String> audit = new ArrayList<>();
    public final List<Open> sessions = new ArrayList<>();
    public final Set<Switch> off = new HashSet<>();
    final Map<Id, Credential> credentials = new HashMap<>();
    final Map<String, Set<Role>> roles = new HashMap<>();
    final OneRequest requests = new OneRequest();
    boolean recordBroken;
    boolean ready = true;
    public boolean watchable = true;

    public FakeGateway() {
        roles.put("olga", Set.of(Role.OPERATOR));
        roles.put("aude", Set.of(Role.AUDITOR));
        roles.put("pia", Set.of(Role.APPROVER));
        sessions.add(new Open(ADAS, person("ada"), "shop"));
        sessions.add(new Open(BOBS, person("bob"), "shop"));
        sessions.add(new Open(BOTS, agent("bot", "ada"), "shop"));
    }

    public Ports ports(Optional<Path> log) {
        return new Ports(
                (token, _) -> token.startsWith("bad")
                        ? new Checked.Refused("ref-1")
                        : new Checked.Known(token.equals("bot") ? agent("bot", "ada") : person(token)),
                principal -> roles.getOrDefault(principal.who().id(), Set.of()),
                this,
                this,
                this,
                this,
                this,
                this,
                requests,
                new NoRules(),
                () -> ready ? Optional.empty() : Optional.of("starting"),
                () -> "gatehouse_ready 1",
                new KeyedPseudonyms(new byte[32]),
                List.of("corp", "ext"),
                log,
                InstantSource.fixed(NOW));
    }

    public static Principal person(String id) {
        var who = new Identity("corp", id);
        return principal(who, Kind.PERSON, who, Optional.empty());
    }

    static Principal agent(String id, String owner) {
        var person = new Identity("corp", owner);
        return principal(new Identity("corp", id), Kind.AGENT, person, Optional.of(person));
    }

    private static Principal principal(Identity who, Kind kind, Identity root, Optional<Identity> owner) {
        Set<Group> groups = Set.of(new Group("corp", "engineering"));
        return new Principal(
                who, kind, groups, List.of(who), root, owner, NOW, NOW.plusSeconds(3600), Optional.empty());
    }

    @Override
    public List<Connection> all() {
        return List.of(
                connection("shop", Selectors.EVERYONE, false),
                connection("vault", new Selectors(List.of(new Selector.User(new Identity("corp", "bob")))), false),
                connection("care", Selectors.EVERYONE, true));
    }

    private static Connection connection(String name, Selectors access, boolean purpose) {
        return new Connection(
                name,
                "postgres",
                Map.of("env", "test"),
                access,
                Connection.Unclassified.MASK,
                Connection.Predicates.REFUSE,
                purpose);
    }

    @Override
    public Optional<Address> listener(String type) {
        return Optional.of(new Address("gw.example.com", 6432));
    }

    @Override
    public Minting mint(Principal asking, String connection, Optional<Duration> life, Optional<String> purpose) {
        var id = new Id(9, credentials.size());
        Instant expires = NOW.plus(life.orElse(Duration.ofMinutes(15)));
        var made = new Credential(id, asking.who(), asking.root(), connection, purpose, NOW, expires, Optional.empty());
        credentials.put(id, made);
        return new Minting.Minted(made, asking.who().id() + "/" + id, "ghc_secret");
    }

    @Override
    public List<Credential> allCredentials() {
        return List.copyOf(credentials.values());
    }

    @Override
    public Optional<Credential> find(Id id) {
        return Optional.ofNullable(credentials.get(id));
    }

    @Override
    public void revoke(Id id) {
        credentials.remove(id);
    }

    @Override
    public void disable(Switch what, String by, String because) {
        off.add(what);
    }

    @Override
    public void enable(Switch what) {
        off.remove(what);
    }

    @Override
    public boolean disabled(Switch what) {
        return off.contains(what);
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
        return new Page<>(
                List.of(summary(ADAS, "ada", "ada"), summary(BOBS, "bob", "bob"), summary(BOTS, "bot", "ada")).stream()
                        .filter(visible)
                        .filter(session -> query.who().isEmpty()
                                || session.who().endsWith(":" + query.who().get()))
                        .limit(query.limit())
                        .toList(),
                Optional.empty());
    }

    private static SessionSummary summary(Id id, String who, String root) {
        String kind = who.equals("bot") ? "agent" : "person";
        return new SessionSummary(
                id.toString(),
                "corp:" + who,
                kind,
                "corp:" + root,
                "shop",
                Optional.empty(),
                NOW,
                Optional.empty(),
                Optional.empty(),
                false,
                2,
                1,
                100);
    }

    @Override
    public Optional<SessionDetail> show(Id session, Principal viewer) {
        return find(SessionQuery.all(), _ -> true).items().stream()
                .filter(found -> found.id().equals(session.toString()))
                .map(found -> new SessionDetail(
                        found,
                        "postgres",
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        false,
                        true))
                .findFirst();
    }

    @Override
    public Optional<SessionReplay> answers(Id session, Principal viewer) {
        return show(session, viewer).map(found -> new SessionReplay(found.session(), List.of(), true));
    }

    @Override
    public Overview overview(Instant since, Instant until, int slots, Predicate<SessionSummary> visible) {
        return new Overview(since, until, List.of(), List.of(), List.of());
    }

    @Override
    public void replay(Id session, OutputStream out) throws IOException {
        out.write(("answers of " + session).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void switchChanged(Principal by, Switch what, boolean disabled, String because) {
        write(by, (disabled ? "disable " : "enable ") + what.what() + " " + what.name());
    }

    @Override
    public void credentialMinted(Principal by, Id credential, String connection) {
        write(by, "mint " + connection);
    }

    @Override
    public void credentialRevoked(Principal by, Id credential) {
        write(by, "revoke " + credential);
    }

    @Override
    public void recordRead(Principal by, Id session, String what) {
        write(by, "read " + what + " " + session);
    }

    @Override
    public void watched(Principal by, Id session, String because) {
        write(by, "watch " + session + " " + because);
    }

    @Override
    public boolean watchable() {
        return watchable;
    }

    @Override
    public void watched(Id session) {
        audit.add("tell " + session);
    }

    private void write(Principal by, String what) {
        if (recordBroken) {
            throw new RecordingFailed(new IOException("the disk is full"));
        }
        audit.add(by.who().id() + " " + what);
    }
}
