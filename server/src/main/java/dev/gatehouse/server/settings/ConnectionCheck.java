package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.HostPort;
import dev.gatehouse.server.settings.yaml.Findings;
import dev.gatehouse.server.settings.yaml.Node;
import dev.gatehouse.server.settings.yaml.Node.Mapping;
import dev.gatehouse.server.settings.yaml.Node.Scalar;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Checks what one connection says as a whole: target, TLS and credentials must fit its type.
final class ConnectionCheck {
    private static final List<String> HTTP_FORMS = List.of("bearer", "basic", "header", "client-certificate");

    private final Findings findings;

    ConnectionCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Mapping root) {
        root.at("recording").ifPresent(recording -> RuleCheck.record(recording, findings));
        for (Node item : CrossCheck.items(root.at("connections"))) {
            if (item instanceof Mapping connection) {
                connection(connection, root);
            }
        }
    }

    private void connection(Mapping connection, Mapping root) {
        RuleCheck.record(connection, findings);
        if (connection.get("access").isEmpty()) {
            findings.warning(connection.place(), "without an `access` list nobody may connect");
        }
        connection
                .get("preview")
                .filter(preview -> preview.asText().filter("execute"::equals).isPresent())
                .filter(_ -> connection.get("preview-credential").isEmpty())
                .ifPresent(preview -> findings.warning(
                        preview.place(),
                        "without `preview-credential` statements are tried with the login of whoever asked"));
        switch (connection.get("type").flatMap(Node::asText).orElse("")) {
            case "postgres" -> postgres(connection, root);
            case "http" -> http(connection, root);
            case "kubernetes" -> {
                notYet(connection);
                http(connection, root);
            }
            default -> {}
        }
    }

    private void postgres(Mapping connection, Mapping root) {
        var target = text(connection, "target").flatMap(PostgresTarget::parse);
        if (target.isEmpty()) {
            connection
                    .get("target")
                    .ifPresent(node -> findings.mistake(
                            node.place(),
                            "expected `host:port/database` such as `10.0.0.5:5432/shop`, found " + node.described()));
        }
        tls(connection, target.map(PostgresTarget::addresses).orElse(List.of()));
        clientCertificate(connection);
        if (root.at("listeners").isPresent()
                && root.at("listeners").flatMap(l -> l.at("postgres")).isEmpty()) {
            findings.warning(connection.place(), "without `listeners.postgres` nobody can reach this connection");
        }
        for (Node item : CrossCheck.items(connection.get("credentials"))) {
            if (item instanceof Mapping credential) {
                postgresCredential(credential);
            }
        }
    }

    private void postgresCredential(Mapping credential) {
        for (String key : List.of("user", "password")) {
            if (credential.get(key).isEmpty()) {
                findings.mistake(credential.place(), "`" + key + "` is missing in a credential for PostgreSQL");
            }
        }
        for (String form : HTTP_FORMS) {
            credential
                    .entry(form)
                    .ifPresent(entry -> findings.mistake(
                            entry.place(), "`" + form + "` is for HTTP; PostgreSQL takes `user` and `password`"));
        }
    }

    private void notYet(Mapping connection) {
        connection
                .entry("type")
                .ifPresent(type -> findings.warning(
                        type.value().place(),
                        "connections of this type are not available in this version: nobody can use this one"));
    }

    private void http(Mapping connection, Mapping root) {
        if (root.at("listeners").isPresent()
                && root.at("listeners").flatMap(l -> l.at("http")).isEmpty()) {
            findings.warning(connection.place(), "without `listeners.http` nobody can reach this connection");
        }
        connection.get("target").filter(Scalar.class::isInstance).ifPresent(target -> {
            var url = target.asText().flatMap(ConnectionCheck::url);
            if (url.isEmpty()) {
                findings.mistake(
                        target.place(), "expected a URL such as `https://host/base`, found " + target.described());
            } else if (url.get().getScheme().equals("http") && !loopback(url.get())) {
                findings.mistake(target.place(), "only a target on loopback may do without TLS; use https");
            } else if (target.asText().flatMap(HttpAddress::parse).isEmpty()) {
                findings.mistake(
                        target.place(),
                        "expected scheme, host, port and a plain path only, found " + target.described());
            } else if (url.get().getScheme().equals("https")
                    && connection
                            .get("tls")
                            .flatMap(tls -> tls.at("mode"))
                            .flatMap(Node::asText)
                            .filter("disable"::equals)
                            .isPresent()) {
                findings.mistake(target.place(), "`https` and `tls: { mode: disable }` contradict each other");
            }
        });
        tls(
                connection,
                text(connection, "target")
                        .flatMap(ConnectionCheck::url)
                        .map(ConnectionCheck::address)
                        .map(List::of)
                        .orElse(List.of()));
        for (Node item : CrossCheck.items(connection.get("credentials"))) {
            if (item instanceof Mapping credential) {
                httpCredential(credential);
            }
        }
    }

    private void httpCredential(Mapping credential) {
        long forms = HTTP_FORMS.stream()
                .filter(form -> credential.get(form).isPresent())
                .count();
        if (forms != 1) {
            findings.mistake(credential.place(), "a credential for HTTP needs one of " + String.join(", ", HTTP_FORMS));
        }
        for (String key : List.of("user", "password")) {
            credential
                    .entry(key)
                    .ifPresent(entry -> findings.mistake(
                            entry.place(), "`" + key + "` stands below `basic:` in a credential for HTTP"));
        }
    }

    /// Neither half of a pair does anything without the other.
    private void clientCertificate(Mapping connection) {
        var tls = connection.get("tls");
        var certificate = tls.flatMap(node -> node.at("certificate"));
        var key = tls.flatMap(node -> node.at("key"));
        if (certificate.isPresent() != key.isPresent()) {
            findings.mistake(
                    certificate.or(() -> key).orElseThrow().place(),
                    "`certificate` and `key` of `tls` belong together: give both, or neither");
        }
    }

    private void tls(Mapping connection, List<HostPort> addresses) {
        var mode = connection.get("tls").flatMap(tls -> tls.at("mode"));
        var word = mode.flatMap(Node::asText).orElse("verify-full");
        boolean elsewhere = !addresses.stream().allMatch(HostPort::loopback);
        if (word.equals("disable") && elsewhere) {
            findings.mistake(
                    mode.orElse(connection).place(),
                    "only a target on loopback may say `disable`; use `verify-full` with the target's `ca`");
        } else if (word.equals("require") && elsewhere) {
            findings.warning(
                    mode.orElse(connection).place(),
                    "`require` talks to whoever answers; use `verify-full` with the target's `ca`");
        }
    }

    private static Optional<String> text(Mapping connection, String key) {
        return connection.get(key).flatMap(Node::asText);
    }

    private static Optional<URI> url(String text) {
        return dev.gatehouse.server.settings.keys.Formats.URL.read(text);
    }

    private static HostPort address(URI url) {
        return new HostPort(url.getHost().replaceAll("[\\[\\]]", ""), Math.max(url.getPort(), 0));
    }

    private static boolean loopback(URI url) {
        return address(url).loopback();
    }
}
