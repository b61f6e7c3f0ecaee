package dev.gatehouse.server;

import dev.gatehouse.control.admin.AdminServer;
import dev.gatehouse.gateway.Shared;
import dev.gatehouse.masking.MaskTraces;
import dev.gatehouse.model.Slice;
import dev.gatehouse.net.Entrance;
import dev.gatehouse.net.Listener;
import dev.gatehouse.net.Lobby;
import dev.gatehouse.net.Threads;
import dev.gatehouse.recording.Content;
import dev.gatehouse.recording.Durability;
import dev.gatehouse.recording.Event;
import dev.gatehouse.recording.LogRecorder;
import dev.gatehouse.secret.GatewayKeys;
import dev.gatehouse.server.admin.ConfiguredRoles;
import dev.gatehouse.server.admin.RefusalsOnRecord;
import dev.gatehouse.server.settings.ConfigurationLines;
import dev.gatehouse.server.settings.ListenerSettings;
import dev.gatehouse.server.settings.Loaded;
import dev.gatehouse.server.settings.Reload;
import dev.gatehouse.server.settings.Translation;
import dev.gatehouse.spi.Protocol;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running gateway: its listeners, what is in force, and how it ends.
final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    static final String VERSION = "0.1.0";

    private final GatewayKeys keys;
    private final LogRecorder recorder;
    private final Shared shared;
    private final RefusalsOnRecord refusals;
    private final Classifications classifications;
    private final ConfiguredRoles roles;
    private final Parts parts;
    private final InstantSource clock;
    private final Map<String, Listener> listeners = new LinkedHashMap<>();
    private final Expiry expiry;
    private Optional<AdminServer> console = Optional.empty();
    private String consoleName = "localhost";
    private Loaded inForce;
    private volatile boolean stopping;

    Gateway(
            Loaded inForce,
            GatewayKeys keys,
            LogRecorder recorder,
            Shared shared,
            RefusalsOnRecord refusals,
            Classifications classifications,
            ConfiguredRoles roles,
            Runnable expireRequests,
            Parts parts,
            InstantSource clock) {
        this.inForce = inForce;
        this.keys = keys;
        this.recorder = recorder;
        this.shared = shared;
        this.refusals = refusals;
        this.classifications = classifications;
        this.roles = roles;
        this.parts = parts;
        this.clock = clock;
        expiry = new Expiry(shared.sessions(), expireRequests);
    }

    /// On record before the first client can connect.
    void recordStart() throws IOException {
        recorder.append(
                new Event.GatewayStarted(clock.instant(), VERSION, shared.ids().next()), Durability.WRITTEN);
        recorder.append(
                new Event.ConfigurationLoaded(clock.instant(), inForce.digest(), true),
                Durability.SYNCED,
                configuration(inForce));
        expiry.start();
        refusals.start();
    }

    private static Content[] configuration(Loaded loaded) throws IOException {
        var contents = new ArrayList<Content>();
        for (Path file : loaded.source().files()) {
            contents.add(Content.of(Content.Kind.CONFIGURATION, Slice.of(Files.readAllBytes(file))));
        }
        contents.add(lines(loaded));
        return contents.toArray(Content[]::new);
    }

    /// @param lobby how many connections may wait to log in
    /// @param patience how long a proxy's header may take
    void listen(
            String name, ListenerSettings settings, int lobby, Duration patience, Threads threads, Protocol protocol)
            throws IOException {
        var address = new InetSocketAddress(
                settings.address().host(), settings.address().port());
        var entrance = new Entrance(
                new Lobby(lobby),
                settings.proxies(),
                Math.toIntExact(patience.toMillis()),
                reason -> LOG.warn("listeners.{} turned away {}", name, reason));
        var listener = bind(name, address, threads, entrance);
        listeners.put(name, listener);
        listener.start(protocol::serve);
    }

    private static Listener bind(String name, InetSocketAddress address, Threads threads, Entrance entrance)
            throws IOException {
        try {
            return new Listener(name, address, threads, entrance);
        } catch (IOException taken) {
            throw new IOException(
                    "listeners." + name + ": " + address.getHostString() + ":" + address.getPort()
                            + " cannot be bound (" + taken.getMessage() + "); is another gateway running?",
                    taken);
        }
    }

    /// Serves the API; after the other listeners, whose addresses it tells.
    void serve(Console api, ListenerSettings settings) throws IOException {
        console = Optional.of(api.start(settings, listening()));
        consoleName = Console.name(settings);
    }

    /// Where the console is, by the name that its certificate is for.
    String consoleUrl() {
        return "https://" + consoleName + ":" + address("console").getPort();
    }

    /// Why no client can be served now, in a few words.
    Optional<String> obstacle() {
        if (stopping) {
            return Optional.of("stopping");
        }
        return recorder.failed() ? Optional.of("the record cannot be written") : Optional.empty();
    }

    /// Those of protocols, by name.
    Map<String, Listener> listeners() {
        return Map.copyOf(listeners);
    }

    /// Where a listener really listens, when port 0 was asked for.
    InetSocketAddress address(String listener) {
        var known = listening().get(listener);
        if (known == null) {
            throw new IllegalArgumentException("no listener is called " + listener);
        }
        return known;
    }

    /// All listeners by name.
    Map<String, InetSocketAddress> listening() {
        var addresses = new LinkedHashMap<String, InetSocketAddress>();
        listeners.forEach((name, listener) -> addresses.put(name, listener.address()));
        console.ifPresent(server -> addresses.put("console", server.address()));
        return addresses;
    }

    String logKey() {
        return keys.verifierKey().toString();
    }

    /// Takes a new load into force, or keeps the old one and says so; either is an event.
    synchronized void reload(Loaded next, dev.gatehouse.control.rules.CelConditions conditions) {
        var difference = Reload.compare(inForce, next);
        if (next.settings().isEmpty()) {
            recordLoad(next, false, difference);
            LOG.error("the changed configuration has mistakes, the OLD RULES STAY IN FORCE:");
            next.mistakes().forEach(mistake -> LOG.error("  {}", mistake));
            return;
        }
        // Everything that takes time, or could fail, comes before the event: what is on record is in force at once.
        var translation = new Translation(next.settings().get(), conditions);
        var rules = translation.inForce(next.digest(), new MaskTraces());
        recordLoad(next, true, difference);
        Assembly.classify(classifications, translation);
        roles.replace(translation.roles());
        shared.inForce().replace(rules);
        inForce = next;
        LOG.info(
                "configuration loaded: {} differences", difference.differences().size());
        difference.differences().forEach(line -> LOG.info("  {}", line));
        difference.restartNeeded().forEach(path -> LOG.warn("  {} takes effect at the next start", path));
    }

    /// The digest of the configuration whose rules decide now; waits for a load that is under way. A load is on record
    /// before it decides anything, so who read of it there asks here when it has begun to.
    synchronized String digestInForce() {
        return inForce.digest();
    }

    /// All settings of a load, for comparing it with another one later.
    private static Content lines(Loaded loaded) {
        return Content.of(Content.Kind.CONFIGURATION, Slice.utf8(ConfigurationLines.write(loaded.lines())));
    }

    /// The load whose rules decide now.
    synchronized Loaded loaded() {
        return inForce;
    }

    private void recordLoad(Loaded next, boolean accepted, Reload difference) {
        recorder.append(
                new Event.ConfigurationLoaded(clock.instant(), next.digest(), accepted),
                Durability.SYNCED,
                Content.of(Content.Kind.CONFIGURATION, Slice.utf8(String.join("\n", difference.differences()))),
                lines(next));
    }

    Shared shared() {
        return shared;
    }

    /// Takes no new client and lets sessions end where no statement or transaction is cut in two; returns when none is
    /// left, when `patience` is over, or when [#hurry] was called.
    void drain(Duration patience) {
        stopListening();
        LOG.info("stopping: {} sessions are open", shared.sessions().list().size());
        shared.sessions().drain();
        shared.sessions().awaitNone(patience);
    }

    /// Ends [#drain] at once.
    void hurry() {
        shared.sessions().hurry();
    }

    Duration patience() {
        return inForce.settings().orElseThrow().session().drain();
    }

    private void stopListening() {
        stopping = true;
        for (Listener listener : listeners.values()) {
            try {
                listener.close();
            } catch (IOException gone) {
                LOG.warn("a listener could not be closed", gone);
            }
        }
    }

    /// Stops listening, ends the sessions, and closes the record properly.
    @Override
    public void close() {
        stopListening();
        console.ifPresent(AdminServer::close);
        expiry.close();
        shared.sessions().end(_ -> true, "gateway-stops", "Gatehouse is shutting down; connect again later.");
        shared.sessions().awaitNone(Duration.ofSeconds(5));
        refusals.close();
        int left = shared.sessions().list().size();
        String reason = left == 0 ? Event.GatewayStopped.IN_ORDER : "asked to, with " + left + " sessions open";
        recorder.append(new Event.GatewayStopped(clock.instant(), reason), Durability.SYNCED);
        parts.close();
    }
}
