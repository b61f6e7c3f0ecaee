package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.HostPort;
import dev.gatehouse.server.settings.yaml.Findings;
import dev.gatehouse.server.settings.yaml.Node;
import dev.gatehouse.server.settings.yaml.Node.Mapping;
import java.util.List;
import java.util.Optional;

/// Finds what is wrong with `notifications:` that no single key can tell.
final class NotificationCheck {
    private static final List<String> TOKENS_IN_PATH = List.of("slack", "teams");

    private final Findings findings;

    NotificationCheck(Findings findings) {
        this.findings = findings;
    }

    void check(Node notifications) {
        CrossCheck.items(notifications.at("webhooks")).forEach(this::webhook);
        CrossCheck.items(notifications.at("mail")).forEach(this::mail);
    }

    /// Whoever knows such a URL may post there, and settings are told apart on record and in the log.
    private void webhook(Node webhook) {
        boolean token = text(webhook, "format").filter(TOKENS_IN_PATH::contains).isPresent();
        webhook.at("url")
                .filter(url -> token && !(url instanceof Mapping))
                .ifPresent(url -> findings.mistake(
                        url.place(),
                        "the URL of an incoming webhook of Slack or Teams is a secret; keep it in a file or in the"
                                + " environment: { file: PATH } or { env: NAME }"));
    }

    private void mail(Node mail) {
        boolean local = text(mail, "server")
                .flatMap(HostPort::parse)
                .filter(HostPort::loopback)
                .isPresent();
        mail.at("tls")
                .filter(tls -> tls.asText().filter("off"::equals).isPresent() && !local)
                .ifPresent(tls -> findings.mistake(
                        tls.place(), "mail may do without TLS only to a server on a loopback address"));
        if (mail.at("user").isPresent() != mail.at("password").isPresent()) {
            findings.mistake(mail.place(), "a mail server's `user` and `password` belong together");
        }
    }

    private static Optional<String> text(Node node, String key) {
        return node.at(key).flatMap(Node::asText);
    }
}
