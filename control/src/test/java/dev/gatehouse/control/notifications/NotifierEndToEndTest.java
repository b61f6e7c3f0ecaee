package dev.gatehouse.control.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What a webhook's receiver gets.
class NotifierEndToEndTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Notification TOLD = new Notification(
            "0123",
            "pending",
            "corp:<bot>",
            "shop",
            "writes",
            "group:leads",
            NOON,
            Optional.of("https://gw/requests/0123"),
            Optional.of("DELETE FROM t"));

    private record Got(String signature, String body) {}

    private final LinkedBlockingQueue<Got> received = new LinkedBlockingQueue<>();
    private HttpServer server;
    private volatile int status = 204;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        received.add(new Got(String.valueOf(exchange.getRequestHeaders().getFirst("Gatehouse-Signature")), body));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Webhook webhook(Payload payload, boolean inside) {
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?x=1");
        var settings =
                new Webhook.Settings("test", url, payload, Set.of("pending"), false, Optional.of("secret"), inside);
        return new Webhook(settings, (SSLSocketFactory) SSLSocketFactory.getDefault(), InstantSource.fixed(NOON));
    }

    @Test
    void whatIsPostedIsSigned() throws Exception {
        webhook(Payload.JSON, true).deliver("1", TOLD.withoutStatement());
        var got = received.poll(1, TimeUnit.MINUTES);
        assertThat(got).isNotNull();
        var json = JsonMapper.shared().readTree(got.body());
        assertThat(json.path("request").asString()).isEqualTo("0123");
        assertThat(json.path("link").asString()).isEqualTo("https://gw/requests/0123");
        assertThat(json.has("statement")).isFalse();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String expected = HexFormat.of()
                .formatHex(mac.doFinal((NOON.getEpochSecond() + "." + got.body()).getBytes(StandardCharsets.UTF_8)));
        assertThat(got.signature()).isEqualTo("t=" + NOON.getEpochSecond() + ",v1=" + expected);
    }

    @Test
    void anAddressInsideAndARefusalAreFailures() {
        assertThatThrownBy(() -> webhook(Payload.JSON, false).deliver("1", TOLD))
                .isInstanceOf(IOException.class);
        assertThat(received).isEmpty();
        status = 302;
        assertThatThrownBy(() -> webhook(Payload.JSON, true).deliver("1", TOLD))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("302");
    }

    @Test
    void foreignTextIsNoMarkup() {
        var slack = new String(Payload.SLACK.body(TOLD), StandardCharsets.UTF_8);
        assertThat(slack).contains("&lt;bot&gt;").contains("<https://gw/requests/0123|Open>");
        var teams = JsonMapper.shared().readTree(Payload.TEAMS.body(TOLD));
        var card = teams.path("attachments").path(0).path("content");
        assertThat(card.path("body").path(0).path("type").asString()).isEqualTo("RichTextBlock");
        assertThat(card.path("actions").path(0).path("url").asString()).isEqualTo("https://gw/requests/0123");
    }
}
