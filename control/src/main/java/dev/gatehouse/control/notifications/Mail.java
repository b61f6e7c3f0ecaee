package dev.gatehouse.control.notifications;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/// Sends notifications by SMTP (RFC 5321), one plain text to all addresses. TLS is verified: by STARTTLS (RFC 3207),
/// without which nothing is said, or from the first byte (RFC 8314).
public final class Mail implements Channel {
    private static final String MILLISECONDS = "10000";

    private final Settings settings;
    private final Session session;
    private final InstantSource clock;

    /// How a connection is encrypted.
    public enum Encryption {
        STARTTLS,
        IMPLICIT,
        /// for a server on this machine
        OFF
    }

    /// @param login if the server wants one
    /// @param states of requests that are told
    /// @param statements whether statements are carried along
    public record Settings(
            String name,
            String host,
            int port,
            Encryption encryption,
            Optional<Account> login,
            String from,
            List<String> to,
            Set<String> states,
            boolean statements) {
        public Settings {
            to = List.copyOf(to);
            states = Set.copyOf(states);
        }

        @Override
        public String toString() {
            return "mail " + name;
        }
    }

    /// A user at the server.
    public record Account(String user, String password) {
        @Override
        public String toString() {
            return "Account[" + user + "]";
        }
    }

    /// @param tls whom to trust
    public Mail(Settings settings, SSLSocketFactory tls, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        session = settings.login()
                .map(account -> Session.getInstance(properties(settings, tls), new Login(account)))
                .orElseGet(() -> Session.getInstance(properties(settings, tls)));
    }

    private static Properties properties(Settings settings, SSLSocketFactory tls) {
        var properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", Integer.toString(settings.port()));
        properties.put("mail.smtp.connectiontimeout", MILLISECONDS);
        properties.put("mail.smtp.timeout", MILLISECONDS);
        properties.put("mail.smtp.writetimeout", MILLISECONDS);
        properties.put("mail.smtp.auth", Boolean.toString(settings.login().isPresent()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", tls);
        properties.put("mail.smtp.from", settings.from());
        switch (settings.encryption()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case IMPLICIT -> properties.put("mail.smtp.ssl.enable", "true");
            case OFF -> {}
        }
        return properties;
    }

    private static final class Login extends Authenticator {
        private final Account account;

        Login(Account account) {
            this.account = account;
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(account.user(), account.password());
        }
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public boolean wants(String state) {
        return settings.states().contains(state);
    }

    @Override
    public boolean carriesStatements() {
        return settings.statements();
    }

    @Override
    public void deliver(String delivery, Notification told) throws IOException {
        try {
            Transport.send(message(delivery, told));
        } catch (MessagingException failed) {
            throw new IOException("the mail server did not take it: " + words(failed), failed);
        }
    }

    private MimeMessage message(String delivery, Notification told) throws MessagingException {
        var message = new Numbered(session, delivery, settings.from());
        message.setFrom(new InternetAddress(settings.from()));
        for (String to : settings.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
        }
        message.setSubject(oneLine("Gatehouse: " + told.state() + ", " + told.connection() + ", rule " + told.rule()));
        message.setSentDate(Date.from(clock.instant()));
        // So that no out-of-office note comes back (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(text(told), StandardCharsets.UTF_8.name());
        message.saveChanges();
        return message;
    }

    /// A second attempt carries the same Message-ID, by which mail systems drop what they have.
    private static final class Numbered extends MimeMessage {
        private final String id;

        Numbered(Session session, String delivery, String from) {
            super(session);
            id = "<" + delivery + from.substring(from.indexOf('@')) + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    private static String text(Notification told) {
        var text = new StringBuilder(told.sentence())
                .append("\n\nRequest: ")
                .append(told.request())
                .append("\nOpen until: ")
                .append(told.expires())
                .append('\n');
        told.link().ifPresent(link -> text.append("Decide: ").append(link).append('\n'));
        told.statement()
                .ifPresent(
                        sql -> text.append("\nThe statement:\n\n").append(sql).append('\n'));
        return text.toString();
    }

    /// What came from outside must not end a header.
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /// What went wrong, and below that why.
    private static String words(MessagingException failed) {
        var cause = failed.getNextException();
        String words = String.valueOf(failed.getMessage());
        return oneLine(cause == null ? words : words + " (" + cause.getMessage() + ")");
    }
}
