package dev.gatehouse.control.approvals;

import dev.gatehouse.approval.HeldClient;
import dev.gatehouse.approval.Question;
import dev.gatehouse.approval.Waiting;
import dev.gatehouse.control.store.RequestTable;
import dev.gatehouse.control.store.Store;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Group;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Selector;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.model.Slice;
import dev.gatehouse.model.SqlFacts;
import dev.gatehouse.policy.Approval;
import dev.gatehouse.policy.Facts;
import dev.gatehouse.policy.Verdict;
import dev.gatehouse.recording.RecordingFailed;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A book of requests over a real store, with clock and log in a test's hands.
final class Book implements RequestLog, InstantSource, AutoCloseable {
    static final Duration WAIT = Duration.ofMinutes(2);
    static final Duration VALID = Duration.ofMinutes(30);
    static final Connection SHOP = new Connection(
            "shop",
            "postgres",
            Map.of(),
            Selectors.EVERYONE,
            Connection.Unclassified.MASK,
            Connection.Predicates.EQUALITY,
            false);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    final List<String> changes = new java.util.concurrent.CopyOnWriteArrayList<>();
    private final Map<Id, History> histories = new HashMap<>();
    private final Path directory;
    private volatile Instant now = NOON;
    private long lastId;
    boolean recordBroken;
    private Store store;
    Requests requests;

    Book(Path directory) throws IOException {
        this.directory = directory;
        store = Store.open(directory);
        requests = open();
    }

    /// As after a restart of the gateway.
    void restart() throws IOException {
        store.close();
        store = Store.open(directory);
        requests = open();
    }

    private Requests open() throws IOException {
        var json = new RequestJson(from -> new Selectors(from.stream()
                .map(text -> Selector.parse(text, List.of("corp")).orElseThrow())
                .toList()));
        var archive = new RequestArchive(table(), new RequestSeal(new byte[32], json, new SecureRandom()));
        return new Requests(archive, this, Duration.ofHours(12), 3, () -> new Id(7, ++lastId), this);
    }

    RequestTable table() {
        return new RequestTable(store.jdbi());
    }

    void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void changed(Id request, String change, Optional<Principal> by, Map<String, String> about) {
        if (recordBroken) {
            throw new RecordingFailed(new IOException("broken for the test"));
        }
        changes.add(change);
        histories.merge(
                request, new History(1, change), (before, next) -> new History(before.changes() + 1, next.last()));
    }

    @Override
    public Map<Id, History> histories() {
        return Map.copyOf(histories);
    }

    static Principal person(String id, String... groups) {
        var who = new Identity("corp", id);
        return principal(who, Kind.PERSON, List.of(who), who, Optional.empty(), groups);
    }

    /// An agent of ada's.
    static Principal agent() {
        var who = new Identity("corp", "bot");
        var ada = new Identity("corp", "ada");
        return principal(who, Kind.AGENT, List.of(who), ada, Optional.of(ada), "agents");
    }

    static Principal principal(
            Identity who, Kind kind, List<Identity> chain, Identity root, Optional<Identity> owner, String... groups) {
        var in = new java.util.HashSet<Group>();
        for (String group : groups) {
            in.add(new Group("corp", group));
        }
        return new Principal(who, kind, in, chain, root, owner, NOON, NOON.plus(Duration.ofDays(30)), Optional.empty());
    }

    static Approval approval(String from) {
        return approval(from, 1, false, 1, false);
    }

    static Approval approval(String from, int approvals, boolean eachGroup, int uses, boolean confirm) {
        var selectors = new Selectors(java.util.Arrays.stream(from.split(", "))
                .map(text -> Selector.parse(text, List.of("corp")).orElseThrow())
                .toList());
        return new Approval(
                selectors, from, approvals, eachGroup, WAIT, VALID, uses, Optional.empty(), true, 10, confirm);
    }

    static Verdict asking(String rule, Approval approval) {
        return new Verdict(
                rule, Verdict.Vote.APPROVAL, false, Optional.of("because of " + rule), Optional.of(approval));
    }

    Question question(Principal who, String sql, Verdict... asking) {
        return question(who, sql, HeldClient.ABSENT, asking);
    }

    Question question(Principal who, String sql, HeldClient client, Verdict... asking) {
        var facts = new Facts(who, SHOP, statement(sql), Optional.empty(), now, "192.0.2.1");
        return new Question(new Id(1, ++lastId), new Id(2, ++lastId), facts, List.of(asking), client, new Waiting());
    }

    static Operation.Statement statement(String sql) {
        var facts = new SqlFacts(
                Effect.WRITE,
                Set.of("update"),
                List.of(),
                List.of(),
                Set.of("public.customers"),
                Set.of(),
                true,
                -1,
                1,
                List.of(),
                false,
                List.of());
        return new Operation.Statement(
                Slice.utf8(sql), sql, List.of(), facts, List.of(List.of()), Slice.utf8("digest of " + sql));
    }

    @Override
    public void close() {
        store.close();
    }
}
