package dev.gatehouse.server;

import dev.gatehouse.control.admin.AdminApi;
import dev.gatehouse.control.admin.AdminServer;
import dev.gatehouse.control.admin.KeyedPseudonyms;
import dev.gatehouse.control.admin.ports.Connections.Address;
import dev.gatehouse.control.admin.ports.Ports;
import dev.gatehouse.control.admin.ports.Pseudonyms;
import dev.gatehouse.control.admin.ports.Readiness;
import dev.gatehouse.control.admin.ports.Records;
import dev.gatehouse.control.admin.ports.RequestDesk;
import dev.gatehouse.control.admin.ports.RuleBook;
import dev.gatehouse.control.admin.ports.TokenCheck;
import dev.gatehouse.control.console.ConsoleSite;
import dev.gatehouse.control.console.signin.SignInFlow;
import dev.gatehouse.control.console.signin.SignIns;
import dev.gatehouse.control.identity.MintedCredentials;
import dev.gatehouse.control.identity.StoredSwitches;
import dev.gatehouse.gateway.Shared;
import dev.gatehouse.recording.LogRecorder;
import dev.gatehouse.secret.GatewayKeys;
import dev.gatehouse.secret.Purpose;
import dev.gatehouse.server.admin.ConfiguredRoles;
import dev.gatehouse.server.admin.KeptCredentials;
import dev.gatehouse.server.admin.LiveSessions;
import dev.gatehouse.server.admin.RecordedAudit;
import dev.gatehouse.server.admin.ServedConnections;
import dev.gatehouse.server.admin.StoredSwitchboard;
import dev.gatehouse.server.admin.TargetReach;
import dev.gatehouse.server.metrics.Metrics;
import dev.gatehouse.server.settings.ListenerSettings;
import dev.gatehouse.server.settings.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/// What the admin API and the console's pages touch of a gateway; connects them and serves on the console's listener.
record Console(
        Settings settings,
        GatewayKeys keys,
        LogRecorder recorder,
        Shared shared,
        StoredSwitches switches,
        MintedCredentials credentials,
        TokenCheck tokens,
        ConfiguredRoles roles,
        RequestDesk requests,
        Records records,
        RuleBook rules,
        Readiness readiness,
        SecureRandom random,
        Certificates certificates,
        Metrics metrics) {
    private static final int DNS_NAME = 2;
    private static final String NO_NAME = "localhost";

    /// What Helidon tells about itself at the start is of no use to whoever started a gateway. Kept here, because
    /// loggers that nobody keeps are forgotten with their levels.
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    /// @param listeners where clients connect, by the type of their connections
    AdminServer start(ListenerSettings listener, Map<String, InetSocketAddress> listeners) throws IOException {
        HELIDON.setLevel(Level.WARNING);
        var tls = certificates.of("console", listener.files());
        var address = new InetSocketAddress(
                listener.address().host(), listener.address().port());
        var ports = ports(addresses(tls.certificate(), listeners));
        var api = new AdminApi(ports);
        String host = name(tls.certificate()).orElse(NO_NAME);
        var origin = new AtomicReference<>(origin(host, address.getPort()));
        var site = site(api, ports, origin::get);
        try {
            var server = AdminServer.start(
                    address,
                    Optional.of(tls.context()),
                    routing -> {
                        site.addTo(routing);
                        api.addTo(routing);
                    },
                    site::close);
            origin.set(origin(host, server.port()));
            return server;
        } catch (RuntimeException taken) {
            throw new IOException(
                    "listeners.console: " + address.getHostString() + ":" + address.getPort()
                            + " cannot be bound; is another gateway running?",
                    taken);
        }
    }

    private static URI origin(String host, int port) {
        return URI.create("https://" + host + ":" + port);
    }

    private ConsoleSite site(AdminApi api, Ports ports, Supplier<URI> origin) {
        var clock = shared.clock();
        var flow = new SignInFlow(Issuers.signingIn(settings.identity()), tokens, random, clock);
        Map<String, Supplier<Object>> watched =
                Map.of("sessions", ports.open()::list, "requests", ports.requests()::glance);
        return new ConsoleSite(api, watched, flow, new SignIns(ports.switches(), random, clock), origin, clock);
    }

    private Ports ports(Map<String, Address> listeners) {
        Path data = settings.gateway().data();
        return new Ports(
                tokens,
                roles,
                new ServedConnections(
                        shared.inForce(), listeners, new TargetReach(settings.connections(), shared.clock())),
                new KeptCredentials(credentials, shared.sessions()),
                new StoredSwitchboard(switches),
                records,
                new LiveSessions(shared.sessions(), settings.session().watch()),
                new RecordedAudit(recorder, shared.clock()),
                requests,
                rules,
                readiness,
                metrics,
                pseudonyms(),
                settings.issuers(),
                Optional.of(data.resolve("log")),
                shared.clock());
    }

    private Pseudonyms pseudonyms() {
        try (var key = keys.derive(Purpose.COLLEAGUE)) {
            return new KeyedPseudonyms(key.bytes());
        }
    }

    /// The host name by which people reach the console.
    static String name(ListenerSettings listener) throws IOException {
        return name(PemFiles.leaf(listener.certificate())).orElse(NO_NAME);
    }

    private static Map<String, Address> addresses(
            X509Certificate certificate, Map<String, InetSocketAddress> listeners) {
        String host = name(certificate).orElse(NO_NAME);
        return listeners.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        listener -> new Address(host, listener.getValue().getPort())));
    }

    /// The first DNS name that the certificate is for: what clients that verify it can connect to.
    private static Optional<String> name(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? Optional.empty()
                    : names.stream()
                            .filter(name -> name.getFirst().equals(DNS_NAME))
                            .map(name -> String.valueOf(name.get(1)))
                            .findFirst();
        } catch (CertificateParsingException unreadable) {
            return Optional.empty();
        }
    }
}
