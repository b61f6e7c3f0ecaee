package dev.gatehouse.postgres.relay;

import dev.gatehouse.approval.NobodyToAsk;
import dev.gatehouse.gateway.Authenticator;
import dev.gatehouse.gateway.BudgetLedger;
import dev.gatehouse.gateway.CurrentRules;
import dev.gatehouse.gateway.Downstream;
import dev.gatehouse.gateway.GuessBudget;
import dev.gatehouse.gateway.Guesses;
import dev.gatehouse.gateway.InForce;
import dev.gatehouse.gateway.Login;
import dev.gatehouse.gateway.LoginRequest;
import dev.gatehouse.gateway.LoginThrottle;
import dev.gatehouse.gateway.Prompt;
import dev.gatehouse.gateway.Quotas;
import dev.gatehouse.gateway.RowBudget;
import dev.gatehouse.gateway.Session;
import dev.gatehouse.gateway.Sessions;
import dev.gatehouse.gateway.Shared;
import dev.gatehouse.gateway.Switches;
import dev.gatehouse.gateway.Upstream;
import dev.gatehouse.masking.Detectors;
import dev.gatehouse.masking.MaskRules;
import dev.gatehouse.masking.MaskTraces;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.model.Connection;
import dev.gatehouse.model.Effect;
import dev.gatehouse.model.Id;
import dev.gatehouse.model.Identity;
import dev.gatehouse.model.Kind;
import dev.gatehouse.model.Operation;
import dev.gatehouse.model.Principal;
import dev.gatehouse.model.Selectors;
import dev.gatehouse.model.Slice;
import dev.gatehouse.net.Buffers;
import dev.gatehouse.net.Threads;
import dev.gatehouse.net.Wire;
import dev.gatehouse.policy.Approval;
import dev.gatehouse.policy.BuiltIn;
import dev.gatehouse.policy.Condition;
import dev.gatehouse.policy.Facts;
import dev.gatehouse.policy.Policy;
import dev.gatehouse.policy.Rule;
import dev.gatehouse.recording.RecordingFailed;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// One relay between a scripted client and a scripted target, both in memory.
final class Stage implements AutoCloseable {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));
    private static final String CONNECTION = "shop";
    static final int LARGEST = 100_000;

    final MemoryRecorder record = new MemoryRecorder();
    final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    final AtomicInteger cancels = new AtomicInteger();
    private final Sessions sessions = new Sessions();
    final Client client;
    final Target target;
    private final Session session;
    private final Thread running;

    Stage() throws IOException {
        this(wire -> wire, wire -> wire);
    }

    /// @param towardsClient what stands between the relay and its client, such as a fault
    /// @param towardsTarget the same for the target
    Stage(UnaryOperator<Wire> towardsClient, UnaryOperator<Wire> towardsTarget) throws IOException {
        var clientWires = MemoryWire.pair();
        var targetWires = MemoryWire.pair();
        Wire clientWire = towardsClient.apply(clientWires.near());
        session = session();
        var relay = new Relay(
                session,
                clientWire,
                new Downstream(session, clientWire),
                new Upstream(session, towardsTarget.apply(targetWires.near())),
                Slice.EMPTY,
                new Meanings(),
                new Masker(new byte[32]),
                false,
                _ -> cancels.incrementAndGet(),
                new Relay.Settings(new Buffers(4, 1 << 30), new Threads(4, bugs::add), new Detectors(), LARGEST, 4096));
        client = new Client(clientWires.far(), clientWires.near());
        target = new Target(targetWires.far());
        running = Thread.ofPlatform().daemon().name("relay").start(() -> run(relay));
    }

    private static void run(Relay relay) {
        try {
            relay.run();
        } catch (RecordingFailed broken) {
            // The listener's business, as everywhere.
        }
    }

    /// Waits until the session is over, and fails if it is not within half a minute.
    void awaitEnd() throws InterruptedException {
        if (!running.join(Duration.ofSeconds(30))) {
            throw new IllegalStateException("the session did not end");
        }
    }

    /// The gateway stops.
    void drain() {
        sessions.drain();
    }

    void end(String reason, String message) {
        session.end(reason, message);
    }

    @Override
    public void close() {
        client.leave();
        try {
            awaitEnd();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Session session() throws IOException {
        var shared = new Shared(
                new CurrentRules(rules()),
                record,
                new NobodyToAsk(),
                new Guesses(new GuessBudget(10, BudgetLedger.MEMORY)),
                new RowBudget(BudgetLedger.MEMORY),
                Quotas.none(),
                LARGEST,
                sessions,
                ids(),
                CLOCK);
        var request = new LoginRequest("ada", CONNECTION, Optional.empty(), Optional.empty(), "memory", true);
        var login = new Login(shared, new Trusting(), new NothingOff(), new NoThrottle(), (_, _, _, _) -> {});
        if (login.run(request, new Silent()) instanceof Login.Result.LoggedIn(Session in)) {
            return in;
        }
        throw new IllegalStateException("the login was refused");
    }

    private static dev.gatehouse.model.IdSource ids() {
        var random = new Random(1);
        return () -> Id.random(random);
    }

    /// What changes definitions is denied, "limited" texts may show two rows, everything else is allowed.
    private static InForce rules() {
        var everything = new Rule.On(Connection.Pattern.ANY, Selectors.EVERYONE);
        var over = new Approval.Over(Approval.Measure.ROWS, 2, Approval.Per.STATEMENT);
        var approval = new Approval(
                Selectors.NOBODY,
                "nobody",
                1,
                false,
                Duration.ZERO,
                Duration.ZERO,
                1,
                Optional.of(over),
                false,
                0,
                false);
        var rules = List.of(
                new Rule("all", everything, Condition.ALWAYS, new Rule.Then.Allow(), Optional.empty(), true),
                new Rule(
                        "no-ddl",
                        everything,
                        when(statement -> statement.facts().effect() == Effect.DDL),
                        new Rule.Then.Deny(),
                        Optional.of("Not that."),
                        true),
                new Rule(
                        "few",
                        everything,
                        when(statement -> statement.shape().startsWith("limited")),
                        new Rule.Then.NeedsApproval(approval),
                        Optional.empty(),
                        true));
        var masks = new MaskRules(List.of());
        var connection = new Connection(
                CONNECTION,
                "postgres",
                Map.of(),
                Selectors.EVERYONE,
                Connection.Unclassified.MASK,
                Connection.Predicates.EQUALITY,
                false);
        var builtIn = new BuiltIn(masks, List.of(), new MaskTraces());
        return new InForce(new Policy(rules, builtIn), masks, Map.of(CONNECTION, connection), "");
    }

    private static Condition when(Predicate<Operation.Statement> condition) {
        return new Condition() {
            @Override
            public boolean holds(Facts facts) {
                return facts.operation() instanceof Operation.Statement statement && condition.test(statement);
            }

            @Override
            public boolean namesMintsCredential() {
                return false;
            }
        };
    }

    private static final class Trusting implements Authenticator {
        @Override
        public Attempt password(String user, char[] password) {
            var who = new Identity("test", user);
            var principal = new Principal(
                    who,
                    Kind.PERSON,
                    Set.of(),
                    List.of(who),
                    who,
                    Optional.empty(),
                    CLOCK.instant(),
                    Instant.MAX,
                    Optional.empty());
            return new Attempt.Accepted(principal, Optional.empty(), Optional.empty());
        }

        @Override
        public Attempt bearer(char[] secret) {
            throw new IllegalStateException("nobody shows a bearer token");
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

    private static final class NothingOff implements Switches {
        @Override
        public boolean connectionDisabled(String connection) {
            return false;
        }

        @Override
        public boolean identityDisabled(Principal principal) {
            return false;
        }
    }

    private static final class NoThrottle implements LoginThrottle {
        @Override
        public Optional<Duration> delay(String source, String user) {
            return Optional.empty();
        }

        @Override
        public void failed(String source, String user) {
            // Nobody is slowed down.
        }

        @Override
        public void succeeded(String source, String user) {
            // Nobody was slowed down.
        }
    }

    private static final class Silent implements Prompt {
        @Override
        public char[] password() {
            return new char[0];
        }

        @Override
        public boolean scram(Authenticator.ScramSecret secret) {
            return false;
        }
    }
}
