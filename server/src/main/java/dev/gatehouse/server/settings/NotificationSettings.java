package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Formats;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The section `notifications:`: who is told of requests for approval, and how.
public record NotificationSettings(List<Webhook> webhooks) {
    public NotificationSettings {
        webhooks = List.copyOf(webhooks);
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

    /// @param format what the receiver reads; default json
    /// @param secret for the signature, if there is one
    /// @param events states of requests that are told; default pending
    /// @param statement whether the statement's text is told too; default false
    /// @param inside whether the URL may lead to addresses inside; `private`, default false
    public record Webhook(
            String name,
            URI url,
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
                Key.required("url", Shape.formatted(Formats.URL), "Where it posts to; https, unless `private` is set."),
                Key.optional("format", Shape.word(Format.values()), "What the receiver reads.")
                        .or("json"),
                Key.optional("secret", new Shape.SecretPlace(), "Signs what is sent (HMAC-SHA256)."),
                Key.optional("events", new Shape.OneOrMore(Shape.word(Told.values())), "What a request has become.")
                        .or("pending"),
                Key.optional("statement", new Shape.Flag(), "Whether the statement's text is sent as well.")
                        .or("false"),
                Key.optional("private", new Shape.Flag(), "Whether the URL may lead to an address inside.")
                        .or("false"));

        static Webhook read(Entries entries) {
            return new Webhook(
                    entries.text("name"),
                    entries.value("url", Formats.URL),
                    entries.word("format", Format.values()),
                    entries.node("secret").map(SecretReference::read),
                    entries.words("events", Told.values()),
                    entries.flag("statement"),
                    entries.flag("private"));
        }
    }

    static final Section KEYS = Section.of(
            "notifications",
            "Who is told of requests for approval, and how.",
            Key.optional("webhooks", new Shape.ListOf(new Shape.Part(Webhook.KEYS)), "URLs that are told."));

    static NotificationSettings read(Entries entries) {
        return new NotificationSettings(entries.parts("webhooks", Webhook::read));
    }
}
