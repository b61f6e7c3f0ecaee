package dev.gatehouse.server;

import dev.gatehouse.control.approvals.Desk;
import dev.gatehouse.control.approvals.KeptBudgets;
import dev.gatehouse.control.rules.CelConditions;
import dev.gatehouse.control.store.BudgetTable;
import dev.gatehouse.gateway.CurrentRules;
import dev.gatehouse.gateway.GuessBudget;
import dev.gatehouse.gateway.Guesses;
import dev.gatehouse.gateway.Login;
import dev.gatehouse.gateway.Quotas;
import dev.gatehouse.gateway.RowBudget;
import dev.gatehouse.gateway.Sessions;
import dev.gatehouse.gateway.Shared;
import dev.gatehouse.masking.MaskTraces;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.net.Buffers;
import dev.gatehouse.net.Listener;
import dev.gatehouse.net.ServerTls;
import dev.gatehouse.net.Threads;
import dev.gatehouse.pgparser.PgParsers;
import dev.gatehouse.postgres.FreshSessions;
import dev.gatehouse.postgres.PostgresProtocol;
import dev.gatehouse.postgres.PostgresTarget;
import dev.gatehouse.postgres.PostgresTargets;
import dev.gatehouse.postgres.StatementPreviews;
import dev.gatehouse.postgres.relay.Relay;
import dev.gatehouse.secret.GatewayKeys;
import dev.gatehouse.secret.Purpose;
import dev.gatehouse.server.admin.ConfiguredRoles;
import dev.gatehouse.server.admin.RecordedLoads;
import dev.gatehouse.server.admin.RecordedSessions;
import dev.gatehouse.server.admin.RefusalsOnRecord;
import dev.gatehouse.server.admin.Views;
import dev.gatehouse.server.settings.ConnectionSettings;
import dev.gatehouse.server.settings.DetectorSettings;
import dev.gatehouse.server.settings.LimitsSettings;
import dev.gatehouse.server.settings.ListenerSettings;
import dev.gatehouse.server.settings.Loaded;
import dev.gatehouse.server.settings.SecretReference;
import dev.gatehouse.server.settings.Settings;
import dev.gatehouse.server.settings.Translation;
import dev.gatehouse.spi.Protocol;
import dev.gatehouse.sql.analysis.Analyser;
import dev.gatehouse.sql.tree.PostgresParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes one gateway from its settings, by hand, in the order in which things stand on each other.
final class Assembly {
    private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);
    private static final int PLATFORM_THREADS = 800;
    private static final int BUFFERS_KEPT = 256;

    private final Loaded loaded;
    private final Settings settings;
    private final Translation translation;
    private final SecretReference.Environment environment = System::getenv;

    /// @param loaded a configuration without mistakes
    Assembly(Loaded loaded, CelConditions conditions) {
        this.loaded = loaded;
        settings = loaded.settings().orElseThrow();
        translation = new Translation(settings, conditions);
    }

    /// Opens the record, binds the listeners and serves. Whatever was opened is closed again when something fails.
    ///
    /// @throws IOException with what to do, when keys, data, certificates or addresses cannot be used
    Gateway start() throws IOException {
        var parts = new Parts();
        try {
            return start(parts);
        } catch (IOException | RuntimeException failed) {
            parts.close();
            throw failed;
        }
    }

    private Gateway start(Parts parts) throws IOException {
        var inside = inside(parts);
        var gateway = gateway(inside, parts);
        inside.ground().metrics().ready(() -> gateway.obstacle().isEmpty());
        gateway.recordStart();
        var certificates = parts.add(
                new Certificates(inside.ground().recorder(), inside.ground().clock()));
        listen(gateway, inside, certificates);
        if (settings.listeners().console().isPresent()) {
            gateway.serve(
                    console(gateway, inside, certificates),
                    settings.listeners().console().get());
            inside.people().link().listensAt(gateway.consoleUrl());
        }
        certificates.start();
        return gateway;
    }

    /// What a gateway has before anybody can reach it.
    private record Inside(
            Ground ground,
            CurrentRules rules,
            AskedPeople people,
            Shared shared,
            Access access,
            PostgresParser parser,
            PostgresTargets targets,
            Classifications classifications,
            ConfiguredRoles roles,
            Threads threads,
            Buffers buffers) {}

    private Inside inside(Parts parts) throws IOException {
        var ground = Ground.open(settings, environment, parts);
        var threads = new Threads(PLATFORM_THREADS, bug -> LOG.error("a session ended by a bug of Gatehouse", bug));
        var buffers = new Buffers(BUFFERS_KEPT, settings.limits().buffer());
        var rules = new CurrentRules(translation.inForce(loaded.digest(), new MaskTraces()));
        var people = AskedPeople.of(settings, translation, ground);
        parts.add(people.notifier());
        var shared = shared(ground, rules, people);
        var access = Access.of(settings, ground, shared);
        var classifications = new Classifications();
        classify(classifications, translation);
        var parser = parser(parts);
        var targets = targets(parser, access.login(), classifications, ground);
        ground.metrics().watch(shared.sessions());
        ground.metrics().watch(threads);
        ground.metrics().watch(buffers);
        var roles = new ConfiguredRoles(translation.roles());
        return new Inside(
                ground, rules, people, shared, access, parser, targets, classifications, roles, threads, buffers);
    }

    private Shared shared(Ground ground, CurrentRules rules, AskedPeople people) {
        LimitsSettings limits = settings.limits();
        var ledger = ledger(ground);
        return new Shared(
                rules,
                ground.counted(),
                people.approvals(),
                new Guesses(new GuessBudget(limits.guesses(), ledger)),
                new RowBudget(ledger),
                new Quotas(limits.operationsPerMinute(), limits.recordedBytes()),
                limits.maskedRow(),
                new Sessions(limits.sessions(), limits.sessionsPerIdentity()),
                ground.ids(),
                ground.clock());
    }

    private Gateway gateway(Inside inside, Parts parts) {
        var ground = inside.ground();
        return new Gateway(
                loaded,
                ground.keys(),
                ground.recorder(),
                inside.shared(),
                new RefusalsOnRecord(inside.access().refused(), ground.counted(), ground.clock()),
                inside.classifications(),
                inside.roles(),
                inside.people().requests()::expire,
                parts,
                ground.clock());
    }

    private void listen(Gateway gateway, Inside inside, Certificates certificates) throws IOException {
        var postgres = settings.listeners().postgres();
        if (postgres.isPresent()) {
            listen(
                    gateway,
                    "postgres",
                    postgres.get(),
                    inside,
                    postgres(inside, tls(certificates, "postgres", postgres.get())));
        }
        var http = settings.listeners().http();
        if (http.isPresent()) {
            listen(gateway, "http", http.get(), inside, http(inside, tls(certificates, "http", http.get())));
        }
        var metrics = inside.ground().metrics();
        gateway.listeners().forEach((name, listener) -> metrics.loginsWaiting(name, listener, Listener::waiting));
    }

    private void listen(Gateway gateway, String name, ListenerSettings listener, Inside inside, Protocol protocol)
            throws IOException {
        var limits = settings.limits();
        gateway.listen(name, listener, limits.logins(), limits.login(), inside.threads(), protocol);
    }

    private Protocol http(Inside inside, Optional<ServerTls> tls) throws IOException {
        var maker = new HttpTargets(translation::selectors, settings.limits(), environment);
        return new HttpServing(
                        settings,
                        inside.access().login(),
                        inside.ground().keys(),
                        inside.classifications(),
                        inside.threads())
                .protocol(tls, maker);
    }

    private Console console(Gateway gateway, Inside inside, Certificates certificates) {
        var ground = inside.ground();
        var access = inside.access();
        var fresh = new FreshSessions(inside.targets(), access.login());
        Path data = settings.gateway().data();
        var records = new RecordedSessions(
                data,
                ground.keys(),
                ground.recorder()::settle,
                ground.recorder()::size,
                true,
                Views.under(inside.rules(), maskers(ground.keys()), DetectorSettings.detectors(settings)));
        var loads = new RecordedLoads(data, ground.keys(), records);
        return new Console(
                settings,
                ground.keys(),
                ground.recorder(),
                inside.shared(),
                access.switches(),
                access.credentials(),
                access.bearers(settings, ground),
                inside.roles(),
                desk(inside, fresh),
                records,
                new ConfiguredRules(inside.rules(), gateway::loaded, fresh, loads, ground.clock()),
                gateway::obstacle,
                ground.random(),
                certificates,
                ground.metrics());
    }

    private Desk desk(Inside inside, FreshSessions fresh) {
        var clock = inside.ground().clock();
        var statements = new StatementPreviews(
                inside.targets(),
                inside.access().login(),
                inside.parser(),
                maskers(inside.ground().keys()),
                DetectorSettings.detectors(settings),
                inside.buffers());
        var previewing = settings.connections().stream()
                .filter(connection -> connection.type() == ConnectionSettings.Type.POSTGRES)
                .collect(Collectors.toUnmodifiableMap(ConnectionSettings::name, ConnectionSettings::preview));
        return new Desk(
                inside.people().requests(),
                new Foreseeing(inside.rules(), fresh, clock),
                new ConfiguredPreviews(statements, inside.rules(), previewing, clock),
                inside.people().notifier()::deadLetters);
    }

    private static KeptBudgets ledger(Ground ground) {
        try (var key = ground.keys().derive(Purpose.BUDGET)) {
            return new KeptBudgets(new BudgetTable(ground.store().jdbi()), key.bytes(), ground.clock());
        }
    }

    static void classify(Classifications classifications, Translation translation) {
        var names = translation.connections().keySet();
        classifications.replace(
                names.stream().collect(Collectors.toMap(name -> name, translation::classification)),
                names.stream().collect(Collectors.toMap(name -> name, translation::fields)));
    }

    private PostgresParser parser(Parts parts) {
        LimitsSettings limits = settings.limits();
        var parsers = parts.add(new PgParsers(Runtime.getRuntime().availableProcessors(), limits.statement()));
        return new PostgresParser(parsers, limits.parseDepth());
    }

    private PostgresTargets targets(PostgresParser parser, Login login, Classifications classifications, Ground ground)
            throws IOException {
        PostgresTargets.Trouble trouble = (connection, reason) ->
                LOG.atWarn().addKeyValue("connection", connection).log("the target is in trouble: {}", reason);
        var maker = new Targets(
                login,
                new Analyser(parser),
                translation::selectors,
                settings.limits(),
                environment,
                ground.random(),
                trouble);
        var inherited = InheritedColumns.in(
                settings.gateway().data().resolve("store"), new InheritanceOnRecord(ground.counted(), ground.clock()));
        var targets = new HashMap<String, PostgresTarget>();
        for (ConnectionSettings connection : settings.connections()) {
            if (connection.type() == ConnectionSettings.Type.POSTGRES) {
                String name = connection.name();
                targets.put(name, maker.postgres(connection, () -> classifications.of(name), inherited.of(name)));
            }
        }
        return new PostgresTargets(targets, ground.random(), trouble);
    }

    private static Optional<ServerTls> tls(Certificates certificates, String name, ListenerSettings listener)
            throws IOException {
        return listener.tls().isPresent() ? Optional.of(certificates.of(name, listener.files())) : Optional.empty();
    }

    private static Supplier<Masker> maskers(GatewayKeys keys) {
        try (var derived = keys.derive(Purpose.PSEUDONYM)) {
            byte[] pseudonymKey = derived.bytes();
            return () -> new Masker(pseudonymKey);
        }
    }

    private PostgresProtocol postgres(Inside inside, Optional<ServerTls> tls) {
        var relay = new Relay.Settings(
                inside.buffers(),
                inside.threads(),
                DetectorSettings.detectors(settings),
                settings.limits().message(),
                settings.limits().queue());
        return new PostgresProtocol(
                inside.access().login(),
                tls,
                inside.targets(),
                maskers(inside.ground().keys()),
                relay,
                inside.ground().random(),
                Math.toIntExact(settings.limits().login().toMillis()));
    }
}
