package dev.gatehouse.server;

import dev.gatehouse.control.approvals.Desk;
import dev.gatehouse.control.approvals.KeptBudgets;
import dev.gatehouse.control.identity.FailureThrottle;
import dev.gatehouse.control.identity.MintedCredentials;
import dev.gatehouse.control.identity.RealAuthenticator;
import dev.gatehouse.control.identity.RefusedLogins;
import dev.gatehouse.control.identity.SessionBounds;
import dev.gatehouse.control.identity.StoredSwitches;
import dev.gatehouse.control.identity.TokenVerifier;
import dev.gatehouse.control.rules.CelConditions;
import dev.gatehouse.control.store.BudgetTable;
import dev.gatehouse.control.store.CredentialTable;
import dev.gatehouse.control.store.Store;
import dev.gatehouse.control.store.SwitchTable;
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
import dev.gatehouse.model.Id;
import dev.gatehouse.model.IdSource;
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
import dev.gatehouse.recording.LogRecorder;
import dev.gatehouse.recording.Recorder;
import dev.gatehouse.recording.RecorderSettings;
import dev.gatehouse.recording.log.LocalDisk;
import dev.gatehouse.recording.log.TimedDisk;
import dev.gatehouse.secret.GatewayKeys;
import dev.gatehouse.secret.Purpose;
import dev.gatehouse.server.admin.BearerCheck;
import dev.gatehouse.server.admin.ConfiguredRoles;
import dev.gatehouse.server.admin.RecordedLoads;
import dev.gatehouse.server.admin.RecordedSessions;
import dev.gatehouse.server.admin.RefusalsOnRecord;
import dev.gatehouse.server.metrics.CountingRecorder;
import dev.gatehouse.server.metrics.Metrics;
import dev.gatehouse.server.settings.ConnectionSettings;
import dev.gatehouse.server.settings.DetectorSettings;
import dev.gatehouse.server.settings.LimitsSettings;
import dev.gatehouse.server.settings.ListenerSettings;
import dev.gatehouse.server.settings.Loaded;
import dev.gatehouse.server.settings.SecretReference;
import dev.gatehouse.server.settings.Settings;
import dev.gatehouse.server.settings.StoreSettings;
import dev.gatehouse.server.settings.Translation;
import dev.gatehouse.sql.analysis.Analyser;
import dev.gatehouse.sql.tree.PostgresParser;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes one gateway from its settings, by hand, in the order in which things stand on each other.
final class Assembly {
    private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);
    private static final int PLATFORM_THREADS = 800;
    private static final int BUFFERS_KEPT = 256;
    private static final int REFUSED_KEY_BYTES = 32;
    private static final Duration LONGEST_CREDENTIAL = Duration.ofHours(12);

    private final Loaded loaded;
    private final Settings settings;
    private final Translation translation;
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock = InstantSource.system();
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
        var metrics = new Metrics();
        var keys = parts.add(GatewayKeys.load(settings.gateway().keys()));
        var recorder = parts.add(LogRecorder.open(
                settings.gateway().data(),
                keys,
                recorderSettings(),
                new TimedDisk(new LocalDisk(), metrics),
                clock,
                random));
        var counted = new CountingRecorder(recorder, metrics);
        metrics.watch(recorder);
        var store = parts.add(store());
        var threads = new Threads(PLATFORM_THREADS, bug -> LOG.error("a session ended by a bug of Gatehouse", bug));
        var switches = new StoredSwitches(new SwitchTable(store.jdbi()), clock);
        var rules = new CurrentRules(translation.inForce(loaded.digest(), new MaskTraces()));
        IdSource ids = () -> Id.random(random);
        var people = AskedPeople.of(settings, translation, keys, recorder, store, ids, clock, random);
        parts.add(people.notifier());
        var ledger = ledger(keys, store);
        var shared = new Shared(
                rules,
                counted,
                people.approvals(),
                new Guesses(new GuessBudget(settings.limits().guesses(), ledger)),
                new RowBudget(ledger),
                new Quotas(
                        settings.limits().operationsPerMinute(),
                        settings.limits().recordedBytes()),
                settings.limits().maskedRow(),
                new Sessions(settings.limits().sessions(), settings.limits().sessionsPerIdentity()),
                ids,
                clock);
        metrics.watch(shared.sessions());
        metrics.watch(threads);
        var buffers = new Buffers(BUFFERS_KEPT, settings.limits().buffer());
        metrics.watch(buffers);
        var credentials = credentials(keys, store);
        var authenticator = new RealAuthenticator(tokens(), credentials, Set.copyOf(settings.issuers()));
        var throttle = new FailureThrottle(clock);
        var refused = refusedLogins();
        var login = new Login(shared, authenticator, switches, throttle, refused::add);
        var classifications = new Classifications();
        classify(classifications, translation);
        var parser = parser(parts);
        var targets = targets(parser, login, classifications, counted);
        var roles = new ConfiguredRoles(translation.roles());
        var gateway = new Gateway(
                loaded,
                keys,
                recorder,
                shared,
                new RefusalsOnRecord(refused, counted, clock),
                classifications,
                roles,
                people.requests()::expire,
                parts,
                clock);
        metrics.ready(() -> gateway.obstacle().isEmpty());
        gateway.recordStart();
        var certificates = parts.add(new Certificates(recorder, clock));
        var postgres = settings.listeners().postgres();
        if (postgres.isPresent()) {
            gateway.listen(
                    "postgres",
                    postgres.get(),
                    settings.limits().logins(),
                    settings.limits().login(),
                    threads,
                    protocol(login, targets, keys, threads, buffers, tls(certificates, "postgres", postgres.get())));
        }
        var http = settings.listeners().http();
        if (http.isPresent()) {
            var maker = new HttpTargets(translation::selectors, settings.limits(), environment);
            gateway.listen(
                    "http",
                    http.get(),
                    settings.limits().logins(),
                    settings.limits().login(),
                    threads,
                    new HttpServing(settings, login, keys, classifications)
                            .protocol(tls(certificates, "http", http.get()), maker));
        }
        gateway.listeners().forEach((name, listener) -> metrics.loginsWaiting(name, listener, Listener::waiting));
        var console = settings.listeners().console();
        if (console.isPresent()) {
            var tokens = new BearerCheck(
                    authenticator, throttle, switches, refused, shared.ids(), Issuers.ways(settings.identity()));
            var fresh = new FreshSessions(targets, login);
            var desk = new Desk(
                    people.requests(),
                    new Foreseeing(rules, fresh, clock),
                    previews(
                            new StatementPreviews(
                                    targets,
                                    login,
                                    parser,
                                    maskers(keys),
                                    DetectorSettings.detectors(settings),
                                    buffers),
                            rules),
                    people.notifier()::deadLetters);
            Path data = settings.gateway().data();
            var records = new RecordedSessions(data, keys, recorder::settle, recorder::size, true);
            var loads = new RecordedLoads(data, keys, records);
            gateway.serve(
                    new Console(
                            settings,
                            keys,
                            recorder,
                            shared,
                            switches,
                            credentials,
                            tokens,
                            roles,
                            desk,
                            records,
                            new ConfiguredRules(rules, gateway::loaded, fresh, loads, clock),
                            gateway::obstacle,
                            random,
                            certificates,
                            metrics),
                    console.get());
            people.link().listensAt(gateway.consoleUrl());
        }
        certificates.start();
        return gateway;
    }

    /// The key is new at each start: it tells users apart in a flood, not over months.
    private RefusedLogins refusedLogins() {
        var key = new byte[REFUSED_KEY_BYTES];
        random.nextBytes(key);
        return new RefusedLogins(key, clock);
    }

    private RecorderSettings recorderSettings() {
        var sync = switch (settings.recording().sync()) {
            case GROUP -> RecorderSettings.Sync.GROUP;
            case ALWAYS -> RecorderSettings.Sync.ALWAYS;
        };
        return new RecorderSettings(sync, RecorderSettings.DEFAULT.interval(), RecorderSettings.DEFAULT.journalBytes());
    }

    private MintedCredentials credentials(GatewayKeys keys, Store store) {
        try (var seal = keys.derive(Purpose.CREDENTIAL)) {
            return new MintedCredentials(
                    new CredentialTable(store.jdbi()), seal.bytes(), LONGEST_CREDENTIAL, random, clock);
        }
    }

    private KeptBudgets ledger(GatewayKeys keys, Store store) {
        try (var key = keys.derive(Purpose.BUDGET)) {
            return new KeptBudgets(new BudgetTable(store.jdbi()), key.bytes(), clock);
        }
    }

    private TokenVerifier tokens() {
        var bounds =
                new SessionBounds(settings.session().grace(), settings.session().max());
        return new TokenVerifier(Issuers.of(settings.identity(), clock), bounds, clock);
    }

    static void classify(Classifications classifications, Translation translation) {
        var names = translation.connections().keySet();
        classifications.replace(
                names.stream().collect(Collectors.toMap(name -> name, translation::classification)),
                names.stream().collect(Collectors.toMap(name -> name, translation::fields)));
    }

    private Store store() throws IOException {
        if (settings.store().isEmpty()) {
            return Store.open(settings.gateway().data().resolve("store"));
        }
        StoreSettings store = settings.store().get();
        String password =
                store.password().isPresent() ? new String(store.password().get().read(environment)) : "";
        return Store.open(new Store.Server(store.jdbcUrl(), store.login(), password));
    }

    private ConfiguredPreviews previews(StatementPreviews statements, CurrentRules rules) {
        return new ConfiguredPreviews(
                statements,
                rules,
                settings.connections().stream()
                        .filter(connection -> connection.type() == ConnectionSettings.Type.POSTGRES)
                        .collect(Collectors.toUnmodifiableMap(ConnectionSettings::name, ConnectionSettings::preview)),
                clock);
    }

    private PostgresParser parser(Parts parts) {
        LimitsSettings limits = settings.limits();
        var parsers = parts.add(new PgParsers(Runtime.getRuntime().availableProcessors(), limits.statement()));
        return new PostgresParser(parsers, limits.parseDepth());
    }

    private PostgresTargets targets(
            PostgresParser parser, Login login, Classifications classifications, Recorder recorder) throws IOException {
        LimitsSettings limits = settings.limits();
        var analyser = new Analyser(parser);
        PostgresTargets.Trouble trouble = (connection, reason) ->
                LOG.atWarn().addKeyValue("connection", connection).log("the target is in trouble: {}", reason);
        var maker = new Targets(login, analyser, translation::selectors, limits, environment, random, trouble);
        var inherited = InheritedColumns.in(
                settings.gateway().data().resolve("store"), new InheritanceOnRecord(recorder, clock));
        var targets = new HashMap<String, PostgresTarget>();
        for (ConnectionSettings connection : settings.connections()) {
            if (connection.type() == ConnectionSettings.Type.POSTGRES) {
                String name = connection.name();
                targets.put(name, maker.postgres(connection, () -> classifications.of(name), inherited.of(name)));
            }
        }
        return new PostgresTargets(targets, random, trouble);
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

    private PostgresProtocol protocol(
            Login login,
            PostgresTargets targets,
            GatewayKeys keys,
            Threads threads,
            Buffers buffers,
            Optional<ServerTls> tls) {
        var relay = new Relay.Settings(
                buffers,
                threads,
                DetectorSettings.detectors(settings),
                settings.limits().message(),
                settings.limits().queue());
        return new PostgresProtocol(
                login,
                tls,
                targets,
                maskers(keys),
                relay,
                random,
                Math.toIntExact(settings.limits().login().toMillis()));
    }
}
