package dev.gatehouse.server;

import dev.gatehouse.control.notifications.Channel;
import dev.gatehouse.control.notifications.Mail;
import dev.gatehouse.control.notifications.Payload;
import dev.gatehouse.control.notifications.Webhook;
import dev.gatehouse.net.ClientTls;
import dev.gatehouse.server.settings.NotificationSettings;
import dev.gatehouse.server.settings.NotificationSettings.Told;
import dev.gatehouse.server.settings.SecretReference;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLSocketFactory;

/// The ways by which people are told, as configured.
final class NotificationChannels {
    private final SecretReference.Environment environment;
    private final InstantSource clock;

    NotificationChannels(SecretReference.Environment environment, InstantSource clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /// @throws IOException when a secret or a certificate cannot be read
    List<Channel> of(NotificationSettings settings) throws IOException {
        var channels = new ArrayList<Channel>();
        for (NotificationSettings.Webhook webhook : settings.webhooks()) {
            channels.add(webhook(webhook));
        }
        for (NotificationSettings.Mail mail : settings.mail()) {
            channels.add(mail(mail));
        }
        return channels;
    }

    private Webhook webhook(NotificationSettings.Webhook webhook) throws IOException {
        var configured = new Webhook.Settings(
                webhook.name(),
                webhook.url().url(environment),
                switch (webhook.format()) {
                    case JSON -> Payload.JSON;
                    case SLACK -> Payload.SLACK;
                    case TEAMS -> Payload.TEAMS;
                },
                states(webhook.events()),
                webhook.statement(),
                secret(webhook.secret()),
                webhook.inside());
        return new Webhook(configured, (SSLSocketFactory) SSLSocketFactory.getDefault(), clock);
    }

    private Mail mail(NotificationSettings.Mail mail) throws IOException {
        var password = secret(mail.password());
        var configured = new Mail.Settings(
                mail.name(),
                mail.server().host(),
                mail.server().port(),
                switch (mail.encryption()) {
                    case STARTTLS -> Mail.Encryption.STARTTLS;
                    case IMPLICIT -> Mail.Encryption.IMPLICIT;
                    case OFF -> Mail.Encryption.OFF;
                },
                mail.user().flatMap(user -> password.map(known -> new Mail.Account(user, known))),
                mail.from(),
                mail.to(),
                states(mail.events()),
                mail.statement());
        var tls = PemFiles.client(ClientTls.Mode.VERIFY_FULL, mail.ca());
        return new Mail(configured, tls.context().getSocketFactory(), clock);
    }

    private static Set<String> states(List<Told> events) {
        return events.stream()
                .map(told -> told.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<String> secret(Optional<SecretReference> reference) throws IOException {
        return reference.isPresent() ? Optional.of(new String(reference.get().read(environment))) : Optional.empty();
    }
}
