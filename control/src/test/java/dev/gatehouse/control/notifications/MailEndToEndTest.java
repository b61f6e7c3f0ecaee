package dev.gatehouse.control.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.DummySSLSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What arrives at a real mail server.
class MailEndToEndTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Notification TOLD = new Notification(
            "0123",
            "pending",
            "corp:bot",
            "shop",
            "writes\r\nBcc: everybody@example.com",
            "group:leads",
            NOON,
            Optional.of("https://gw/requests/0123"),
            Optional.of("DELETE FROM t"));

    private Optional<GreenMail> server = Optional.empty();

    @AfterEach
    void stop() {
        server.ifPresent(GreenMail::stop);
    }

    private GreenMail server(String protocol) {
        var started = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        started.setUser("gatehouse", "s3cret");
        started.start();
        server = Optional.of(started);
        return started;
    }

    private static Mail mail(int port, Mail.Encryption encryption, Optional<Mail.Account> login, SSLSocketFactory tls) {
        var settings = new Mail.Settings(
                "leads",
                "127.0.0.1",
                port,
                encryption,
                login,
                "gatehouse@example.com",
                List.of("ada@example.com", "olga@example.com"),
                Set.of("pending"),
                false);
        return new Mail(settings, tls, InstantSource.fixed(NOON));
    }

    @Test
    void everybodyIsToldAndNoHeaderIsForged() throws Exception {
        var started = server(ServerSetup.PROTOCOL_SMTP);
        var mail = mail(
                started.getSmtp().getPort(),
                Mail.Encryption.OFF,
                Optional.of(new Mail.Account("gatehouse", "s3cret")),
                new DummySSLSocketFactory());
        mail.deliver("0123-pending", TOLD.withoutStatement());
        assertThat(started.waitForIncomingEmail(60_000, 2)).isTrue();
        MimeMessage first = started.getReceivedMessages()[0];
        assertThat(first.getSubject()).isEqualTo("Gatehouse: pending, shop, rule writes  Bcc: everybody@example.com");
        assertThat(first.getHeader("Bcc")).isNull();
        assertThat(first.getHeader("Message-ID")).containsExactly("<0123-pending@example.com>");
        assertThat(first.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(first.getAllRecipients()).hasSize(2);
        assertThat(first.getContent().toString())
                .contains("corp:bot asks group:leads for an approval on shop")
                .contains("Decide: https://gw/requests/0123")
                .doesNotContain("DELETE");
    }

    @Test
    void theStatementIsSentOnlyWhereThatIsConfigured() throws Exception {
        var started = server(ServerSetup.PROTOCOL_SMTP);
        mail(started.getSmtp().getPort(), Mail.Encryption.OFF, Optional.empty(), new DummySSLSocketFactory())
                .deliver("0123-pending", TOLD);
        assertThat(started.waitForIncomingEmail(60_000, 2)).isTrue();
        assertThat(started.getReceivedMessages()[0].getContent().toString()).contains("DELETE FROM t");
    }

    @Test
    void aServerThatProvesItselfToNobodyIsNotTalkedTo() {
        var started = server(ServerSetup.PROTOCOL_SMTPS);
        var mail = mail(started.getSmtps().getPort(), Mail.Encryption.IMPLICIT, Optional.empty(), (SSLSocketFactory)
                SSLSocketFactory.getDefault());
        assertThatThrownBy(() -> mail.deliver("1", TOLD)).isInstanceOf(IOException.class);
        assertThat(started.getReceivedMessages()).isEmpty();
    }

    @Test
    void withoutTheTlsThatWasAskedForNothingIsSaid() {
        var started = server(ServerSetup.PROTOCOL_SMTP);
        started.getSmtp();
        var mail = mail(
                started.getSmtp().getPort(),
                Mail.Encryption.IMPLICIT,
                Optional.of(new Mail.Account("gatehouse", "s3cret")),
                (SSLSocketFactory) SSLSocketFactory.getDefault());
        assertThatThrownBy(() -> mail.deliver("1", TOLD)).isInstanceOf(IOException.class);
        assertThat(started.getReceivedMessages()).isEmpty();
    }

    @Test
    void aWrongPasswordIsAFailureThatDoesNotRepeatIt() {
        var started = server(ServerSetup.PROTOCOL_SMTP);
        var mail = mail(
                started.getSmtp().getPort(),
                Mail.Encryption.OFF,
                Optional.of(new Mail.Account("gatehouse", "wr0ng")),
                new DummySSLSocketFactory());
        assertThatThrownBy(() -> mail.deliver("1", TOLD))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("wr0ng");
        assertThat(new Mail.Account("u", "wr0ng")).asString().doesNotContain("wr0ng");
    }
}
