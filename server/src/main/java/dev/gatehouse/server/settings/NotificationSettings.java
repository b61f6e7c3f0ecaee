package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Formats;
import dev.gatehouse.server.settings.keys.HostPort;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import dev.gatehouse.server.settings.yaml.Node;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The section `notifications:`: who is told of requests for approval, and how.
public record NotificationSettings(List<Webhook> webhooks, List<Mail> mail) {
    public NotificationSettings {
        webhooks = List.copyOf(webhooks);
        mail = List.copyOf(mail);
    }

    /// The words of `format:`.
    public enum Format {
        JSON,
        SLACK,
        TEAMS
    }

    /// The words of `events:`.
    public enum Told {
        PENDING,
        APPROVED,
        DENIED,
        EXPIRED,
        WITHDRAWN,
        USED
    }

    /// Where a webhook posts to. Many such URLs are secrets themselves: who knows them may post.
    public sealed interface Target {
        record Open(URI url) implements Target {}

        record Kept(SecretReference reference) implements Target {}

        /// @throws IOException when it cannot be read, or is none; the message does not repeat it
        default URI url(SecretReference.Environment environment) throws IOException {
            return switch (this) {
                case Open(URI url) -> url;
                case Kept(SecretReference reference) ->
                    Formats.URL
                            .read(new String(reference.read(environment)).strip())
                            .orElseThrow(() -> new IOException("what is kept in " + reference + " is no URL"));
            };
        }

        private static Target read(Node node) {
            return node.asText()
                    .flatMap(Formats.OPEN_URL::read)
                    .<Target>map(Open::new)
                    .orElseGet(() -> new Kept(SecretReference.read(node)));
        }
    }

    /// @param format what the receiver reads; default json
    /// @param secret for the signature, if there is one
    /// @param events states of requests that are told; default pending
    /// @param statement whether the statement's text is told too; default false
    /// @param inside whether the URL may lead to addresses inside; `private`, default false
    public record Webhook(
            String name,
            Target url,
            Format format,
            Optional<SecretReference> secret,
            List<Told> events,
            boolean statement,
            boolean inside) {
        public Webhook {
            events = List.copyOf(events);
        }

        private static final Section KEYS = Section.of(
                "webhook",
                "A URL that is told of requests. It gets id, who, rule and a link; deciding takes a sign-in.",
                Key.required("name", Shape.formatted(Formats.NAME), "Its name in logs and dead letters."),
                Key.required(
                        "url",
                        new Shape.SecretOr(Formats.OPEN_URL),
                        "Where it posts to; https, unless `private` is set. Those of Slack and Teams are secrets."),
                Key.optional("format", Shape.word(Format.values()), "What the receiver reads.")
                        .or("json"),
                Key.optional("secret", new Shape.SecretPlace(), "Signs what is sent (HMAC-SHA256)."),
                eventsKey(),
                statementKey(),
                Key.optional("private", new Shape.Flag(), "Whether the URL may lead to an address inside.")
                        .or("false"));

        static Webhook read(Entries entries) {
            return new Webhook(
                    entries.text("name"),
                    Target.read(entries.node("url").orElseThrow()),
                    entries.word("format", Format.values()),
                    entries.node("secret").map(SecretReference::read),
                    entries.words("events", Told.values()),
                    entries.flag("statement"),
                    entries.flag("private"));
        }
    }

    /// The words of a mail server's `tls:`.
    public enum Encryption {
        /// A plain connection that must become an encrypted one before anything is said (RFC 3207).
        STARTTLS,
        /// Encrypted from the first byte (RFC 8314).
        IMPLICIT,
        OFF
    }

    /// @param encryption `tls`; default starttls
    /// @param ca who vouches for the server; default whom the JDK trusts
    public record Mail(
            String name,
            HostPort server,
            Encryption encryption,
            Optional<Path> ca,
            Optional<String> user,
            Optional<SecretReference> password,
            String from,
            List<String> to,
            List<Told> events,
            boolean statement) {
        public Mail {
            to = List.copyOf(to);
            events = List.copyOf(events);
        }

        private static final Section KEYS = Section.of(
                "mail",
                "Mail addresses that are told of requests, by SMTP. They get id, who, rule and a link.",
                Key.required("name", Shape.formatted(Formats.NAME), "Its name in logs and dead letters."),
                Key.required("server", Shape.formatted(Formats.ADDRESS), "The SMTP server, such as `mail:587`."),
                Key.optional(
                                "tls",
                                Shape.word(Encryption.values()),
                                "How the connection is encrypted and the server"
                                        + " verified; `off` on a loopback address only.")
                        .or("starttls"),
                Key.optional("ca", Shape.text(Shape.Meaning.INPUT), "PEM file with the authorities to trust."),
                Key.optional("user", Shape.text(), "The user at the server, if it wants one."),
                Key.optional("password", new Shape.SecretPlace(), "Where the user's password is kept."),
                Key.required("from", Shape.formatted(Formats.MAIL), "The sender's address."),
                Key.required("to", new Shape.OneOrMore(Shape.formatted(Formats.MAIL)), "Who is told."),
                eventsKey(),
                statementKey());

        static Mail read(Entries entries) {
            return new Mail(
                    entries.text("name"),
                    entries.value("server", Formats.ADDRESS),
                    entries.word("tls", Encryption.values()),
                    entries.maybePath("ca"),
                    entries.maybeText("user"),
                    entries.node("password").map(SecretReference::read),
                    entries.text("from"),
                    entries.texts("to"),
                    entries.words("events", Told.values()),
                    entries.flag("statement"));
        }
    }

    private static Key eventsKey() {
        return Key.optional("events", new Shape.OneOrMore(Shape.word(Told.values())), "What a request has become.")
                .or("pending");
    }

    private static Key statementKey() {
        return Key.optional("statement", new Shape.Flag(), "Whether the statement's text is sent as well.")
                .or("false");
    }

    static final Section KEYS = Section.of(
            "notifications",
            "Who is told of requests for approval, and how.",
            Key.optional("webhooks", new Shape.ListOf(new Shape.Part(Webhook.KEYS)), "URLs that are told."),
            Key.optional("mail", new Shape.ListOf(new Shape.Part(Mail.KEYS)), "Mail servers that tell people."));

    static NotificationSettings read(Entries entries) {
        return new NotificationSettings(entries.parts("webhooks", Webhook::read), entries.parts("mail", Mail::read));
    }
}
