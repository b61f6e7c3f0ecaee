package dev.gatehouse.server;

import dev.gatehouse.approval.NobodyToAsk;
import dev.gatehouse.demo.DemoCertificates;
import dev.gatehouse.gateway.Authenticator;
import dev.gatehouse.gateway.BudgetLedger;
import dev.gatehouse.gateway.CurrentRules;
import dev.gatehouse.gateway.GuessBudget;
import dev.gatehouse.gateway.Guesses;
import dev.gatehouse.gateway.InForce;
import dev.gatehouse.gateway.Login;
import dev.gatehouse.gateway.LoginThrottle;
import dev.gatehouse.gateway.Quotas;
import dev.gatehouse.gateway.RowBudget;
import dev.gatehouse.gateway.Sessions;
import dev.gatehouse.gateway.Shared;
import dev.gatehouse.gateway.Switches;
import dev.gatehouse.masking.MaskRule;
import dev.gatehouse.masking.MaskRules;
import dev.gatehouse.masking.MaskTraces;
import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Glob;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.net.Entrance;
import dev.gatehouse.net.Listener;
import dev.gatehouse.net.Lobby;
import dev.gatehouse.net.ServerTls;
import dev.gatehouse.net.Threads;
import dev.gatehouse.policy.BuiltIn;
import dev.gatehouse.policy.Condition;
import dev.gatehouse.policy.Facts;
import dev.gatehouse.policy.Policy;
import dev.gatehouse.policy.Purpose;
import dev.gatehouse.policy.Rule;
import dev.gatehouse.recording.LogRecorder;
import dev.gatehouse.recording.RecorderSettings;
import dev.gatehouse.recording.log.LocalDisk;
import dev.gatehouse.secret.GatewayKeys;
import dev.gatehouse.server.settings.ListenerSettings;
import dev.gatehouse.spi.Protocol;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// A gateway put together by hand for one protocol, with a real record, whose clock, switches, rules and disk are in a
/// test's hands.
///
/// Everybody's secret is [#SECRET]. Reads are allowed unless they mention `forbidden`; whatever mentions `broken` makes
/// a rule throw; nothing else is allowed.
final class ContractGateway implements AutoCloseable {
    static final String SECRET = "correct horse";
    static final String CONNECTION = "shop";
    static final String WITH_PURPOSE = "clinic";
    static final Duration CREDENTIAL = Duration.ofHours(8);

    final SecureRandom random = new SecureRandom();
    final BreakableRecorder recorder;
    final Set<String> disabled = ConcurrentHashMap.newKeySet();
    final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    final Threads threads = new Threads(100, bugs::add);
    final ServerTls tls;
    final Path authority;
    final Login login;
    final Shared shared;
    private final Path directory;
    private final GatewayKeys keys;
    private volatile Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private Optional<Listener> listener = Optional.empty();
    private boolean closed;

    ContractGateway(Path directory, String type) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory);
        InstantSource clock = () -> now;
        keys = GatewayKeys.create(directory.resolve("keys"), "contract", clock, random);
        recorder = new BreakableRecorder(LogRecorder.open(
                directory.resolve("data"), keys, RecorderSettings.DEFAULT, new LocalDisk(), clock, random));
        var certificates = DemoCertificates.in(directory.resolve("tls"), InstantSource.system(), random);
        tls = new Certificates(recorder, clock)
                .of("contract", new ListenerSettings.Pair(certificates.certificate(), certificates.key()));
        authority = certificates.ca();
        shared = new Shared(
                new CurrentRules(rules(type)),
                recorder,
                new NobodyToAsk(),
                new Guesses(new GuessBudget(20, BudgetLedger.MEMORY)),
                new RowBudget(BudgetLedger.MEMORY),
                Quotas.none(),
                1 << 20,
                new Sessions(20, 10),
                () -> Id.random(random),
                clock);
        login = new Login(shared, new EverybodyKnown(), new HandSwitches(), new Patient(), (_, _, _, _) -> {});
    }

    private static InForce rules(String type) {
        var masks = new MaskRules(List.of(
                new MaskRule(Connection.Pattern.ANY, Selectors.EVERYONE, new Glob("contact.email"), Method.PARTIAL)));
        var rules = List.of(
                rule("reads", ContractGateway::reads, new Rule.Then.Allow(), ""),
                rule("hands-off", facts -> mentions(facts, "forbidden"), new Rule.Then.Deny(), "Hands off this."),
                rule("breaks", ContractGateway::breaks, new Rule.Then.Allow(), ""));
        var purposes = List.of(new Purpose("support", "6(1)(b)", List.of(new Glob("*"))));
        return new InForce(
                new Policy(rules, new BuiltIn(masks, purposes, new MaskTraces())),
                masks,
                Map.of(
                        CONNECTION,
                        connection(CONNECTION, type, false),
                        WITH_PURPOSE,
                        connection(WITH_PURPOSE, type, true)),
                "contract");
    }

    private static Connection connection(String name, String type, boolean purposeRequired) {
        return new Connection(
                name,
                type,
                Map.of(),
                Selectors.EVERYONE,
                Connection.Unclassified.MASK,
                Connection.Predicates.EQUALITY,
                purposeRequired);
    }

    private static Rule rule(String id, Predicate<Facts> when, Rule.Then then, String because) {
        var condition = new Condition() {
            @Override
            public boolean holds(Facts facts) {
                return when.test(facts);
            }

            @Override
            public boolean namesMintsCredential() {
                return false;
            }
        };
        var reason = because.isEmpty() ? Optional.<String>empty() : Optional.of(because);
        return new Rule(id, new Rule.On(Connection.Pattern.ANY, Selectors.EVERYONE), condition, then, reason, true);
    }

    private static boolean reads(Facts facts) {
        return switch (facts.operation()) {
            case Operation.Statement statement -> statement.facts().effect().compareTo(Effect.READ) <= 0;
            case Operation.HttpCall call -> call.facts().safe();
            case Operation.Own _ -> false;
        };
    }

    private static boolean breaks(Facts facts) {
        if (mentions(facts, "broken")) {
            throw new IllegalStateException("a rule that throws");
        }
        return false;
    }

    private static boolean mentions(Facts facts, String word) {
        return facts.operation() instanceof Operation.OfClient asked
                && asked.shape().contains(word);
    }

    /// Serves `protocol` from now on.
    void serve(Protocol protocol) throws IOException {
        var opened = new Listener(
                "contract",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                threads,
                Entrance.direct(new Lobby(20)));
        opened.start(protocol::serve);
        listener = Optional.of(opened);
    }

    int port() {
        return listener.orElseThrow().address().getPort();
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    /// What is on record, up to now or, once closed, up to its end.
    RecordOf record() {
        if (!closed) {
            recorder.settle();
        }
        return new RecordOf(directory.resolve("data"), directory.resolve("keys"));
    }

    /// Everything on disk, as text in which any byte is a character: whether a secret is in it.
    String everythingOnDisk() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(directory.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Override
    public void close() throws IOException {
        if (listener.isPresent()) {
            listener.get().close();
        }
        shared.sessions().end(_ -> true, "test-over", "The test is over.");
        shared.sessions().awaitNone(Duration.ofSeconds(10));
        closed = true;
        recorder.close();
        keys.close();
    }

    private final class EverybodyKnown implements Authenticator {
        @Override
        public Attempt password(String user, char[] password) {
            if (!SECRET.equals(new String(password))) {
                return new Attempt.Rejected("wrong-secret");
            }
            var who = new Identity("test", user);
            return new Attempt.Accepted(
                    new Principal(
                            who,
                            Kind.PERSON,
                            Set.of(),
                            List.of(who),
                            who,
                            Optional.empty(),
                            now,
                            now.plus(CREDENTIAL),
                            Optional.empty()),
                    Optional.empty(),
                    Optional.empty());
        }

        @Override
        public Attempt bearer(char[] secret) {
            return new Attempt.Rejected("wrong-secret");
        }

        @Override
        public ScramSecret scram(Id credential) {
            throw new IllegalStateException("nobody asks for SCRAM");
        }

        @Override
        public Attempt proved(String user, Id credential) {
            throw new IllegalStateException("nobody proves by SCRAM");
        }
    }

    private final class HandSwitches implements Switches {
        @Override
        public boolean connectionDisabled(String connection) {
            return disabled.contains(connection);
        }

        @Override
        public boolean identityDisabled(Principal principal) {
            return disabled.contains(principal.who().id());
        }
    }

    private static final class Patient implements LoginThrottle {
        @Override
        public Optional<Duration> delay(String source, String user) {
            return Optional.empty();
        }

        @Override
        public void failed(String source, String user) {}

        @Override
        public void succeeded(String source, String user) {}
    }

    /// Replays of all sessions that a client opened, in the order in which they began.
    List<byte[]> replays() throws IOException {
        var record = record();
        var replays = new ArrayList<byte[]>();
        for (var session : record.sessions()) {
            byte[] replay = record.replay(session.session());
            if (replay.length > 0) {
                replays.add(replay);
            }
        }
        return replays;
    }
}
