package dev.gatehouse.server.settings;

import dev.gatehouse.control.rules.CelConditions;
import dev.gatehouse.server.settings.keys.HostPort;
import dev.gatehouse.server.settings.yaml.Findings;
import dev.gatehouse.server.settings.yaml.Node;
import dev.gatehouse.server.settings.yaml.Node.Mapping;
import dev.gatehouse.server.settings.yaml.Node.Scalar;
import dev.gatehouse.server.settings.yaml.Place;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Finds what no single key can tell. Works on the tree as written, so that it has something to say even where keys are
/// missing or wrong.
final class CrossCheck {
    private final RuleCheck rules;
    private final ConnectionCheck connections;
    private final NotificationCheck notifications;
    private final Findings findings;

    CrossCheck(CelConditions conditions, Findings findings) {
        this.findings = findings;
        rules = new RuleCheck(conditions, findings);
        connections = new ConnectionCheck(findings);
        notifications = new NotificationCheck(findings);
    }

    void check(Mapping root) {
        root.at("gateway").ifPresent(this::keysOutsideData);
        root.at("listeners").ifPresent(this::tlsUnlessLocal);
        root.at("listeners").flatMap(all -> all.at("console")).ifPresent(this::noProxyAtConsole);
        var issuers = root.at("identity").flatMap(identity -> identity.at("oidc"));
        unique(items(issuers), "name", "issuer");
        issuers.filter(list -> list.items().isEmpty())
                .ifPresent(list -> findings.mistake(list.place(), "no issuer is configured, so nobody could sign in"));
        unique(items(root.at("connections")), "name", "connection");
        unique(items(root.at("purposes")), "id", "purpose");
        unique(items(root.at("rules")), "id", "rule");
        connections.check(root);
        items(root.at("rules")).forEach(rules::check);
        root.at("detect").map(Node::items).orElse(List.of()).forEach(this::detector);
        columnsOnce(items(root.at("data")));
        root.at("notifications").ifPresent(notifications::check);
    }

    static List<Node> items(Optional<Node> list) {
        return list.map(Node::items).orElse(List.of());
    }

    private void keysOutsideData(Node gateway) {
        if (gateway.at("data").orElse(null) instanceof Scalar data
                && gateway.at("keys").orElse(null) instanceof Scalar keys) {
            if (path(keys).startsWith(path(data))) {
                findings.mistake(
                        keys.place(),
                        "the keys must lie outside `data`: whoever copies the data must not get the keys with it");
            }
        }
    }

    /// Without TLS nothing may leave this machine, and only PostgreSQL has a login that never sends its secret.
    private void tlsUnlessLocal(Node listeners) {
        if (listeners instanceof Mapping mapping) {
            for (Node.Entry entry : mapping.entries()) {
                entry.value()
                        .at("tls")
                        .filter(tls -> tls.asText()
                                .filter(ListenerSettings.OFF::equals)
                                .isPresent())
                        .filter(_ -> !entry.key().equals("postgres") || !loopback(entry.value()))
                        .ifPresent(tls -> findings.mistake(
                                tls.place(),
                                "only `listeners.postgres` may do without TLS, and only on a loopback address such as"
                                        + " `127.0.0.1:6432`; name a certificate and its key"));
            }
        }
    }

    /// The console is served by a web server that does not know that header: it would take it for a broken request.
    private void noProxyAtConsole(Node console) {
        console.at("proxy-protocol")
                .ifPresent(proxy -> findings.mistake(
                        proxy.place(),
                        "`listeners.console` does not take the PROXY protocol; let the load balancer pass its"
                                + " connections without the header, and remove this"));
    }

    private static boolean loopback(Node listener) {
        return listener.at("address")
                .flatMap(Node::asText)
                .flatMap(HostPort::parse)
                .filter(HostPort::loopback)
                .isPresent();
    }

    private static Path path(Scalar scalar) {
        return scalar.place().resolve(scalar.text()).toAbsolutePath().normalize();
    }

    private void unique(List<Node> items, String key, String what) {
        var seen = new HashMap<String, Place>();
        for (Node item : items) {
            if (item.at(key).orElse(null) instanceof Scalar scalar) {
                var before = seen.putIfAbsent(scalar.text(), scalar.place());
                if (before != null) {
                    findings.mistake(
                            scalar.place(),
                            "the " + what + " `" + scalar.text() + "` is already defined at " + before
                                    + "; choose another " + key);
                }
            }
        }
    }

    private void detector(Node category) {
        var name = category.asText().orElse("");
        if (Categories.BUILT_IN.contains(name) && !Categories.DETECTABLE.contains(name)) {
            findings.warning(
                    category.place(),
                    "this version has no detector for `" + name
                            + "`; classify such columns under `data:` instead of relying on `scan`");
        }
    }

    private void columnsOnce(List<Node> data) {
        var seen = new HashMap<String, Place>();
        for (Node part : data) {
            var connection = part.at("connection").flatMap(Node::asText).orElse("");
            if (part.at("columns").orElse(null) instanceof Mapping columns) {
                for (Node.Entry entry : columns.entries()) {
                    var before = seen.putIfAbsent(connection + " " + entry.key(), entry.place());
                    if (before != null) {
                        findings.mistake(
                                entry.place(),
                                "`" + entry.key() + "` is already classified at " + before + "; keep one of them");
                    }
                }
            }
        }
    }
}
