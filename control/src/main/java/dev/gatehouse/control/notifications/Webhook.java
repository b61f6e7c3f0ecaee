package dev.gatehouse.control.notifications;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Posts notifications to a URL, signed with a shared secret.
///
/// The signature is `Gatehouse-Signature: t=SECONDS,v1=HEX`, an HMAC-SHA256 over `SECONDS.BODY`; a receiver refuses
/// what is older than some minutes. The post is written by hand, because it must go to the very address that was
/// checked, and because no redirect may lead it anywhere else.
public final class Webhook implements Channel {
    private static final int MILLISECONDS = 10_000;
    private static final int LONGEST_STATUS = 64;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final Settings settings;
    private final SSLSocketFactory tls;
    private final InstantSource clock;

    /// @param states of requests that are told
    /// @param statements whether statements are carried along
    /// @param secret for the signature; empty for none
    /// @param privateToo whether the URL may lead to addresses inside, and be plain HTTP
    public record Settings(
            String name,
            URI url,
            Payload payload,
            Set<String> states,
            boolean statements,
            Optional<String> secret,
            boolean privateToo) {
        public Settings {
            states = Set.copyOf(states);
        }

        @Override
        public String toString() {
            return "webhook " + name;
        }
    }

    public Webhook(Settings settings, SSLSocketFactory tls, InstantSource clock) {
        this.settings = settings;
        this.tls = tls;
        this.clock = clock;
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
        URI url = settings.url();
        boolean secure = "https".equals(url.getScheme());
        if (!secure && !settings.privateToo()) {
            throw new IOException("a webhook needs https");
        }
        int port = url.getPort() > 0 ? url.getPort() : secure ? HTTPS : HTTP;
        var address = new Reachable(settings.privateToo()).of(url.getHost());
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(address, port), MILLISECONDS);
            plain.setSoTimeout(MILLISECONDS);
            if (secure) {
                try (var socket = secured(plain, url.getHost(), port)) {
                    post(socket, delivery, settings.payload().body(told));
                }
            } else {
                post(plain, delivery, settings.payload().body(told));
            }
        }
    }

    private SSLSocket secured(Socket plain, String host, int port) throws IOException {
        var socket = (SSLSocket) tls.createSocket(plain, host, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private void post(Socket socket, String delivery, byte[] body) throws IOException {
        var request = new ByteArrayOutputStream();
        request.writeBytes(head(delivery, body).getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(body);
        OutputStream out = socket.getOutputStream();
        request.writeTo(out);
        out.flush();
        String status = status(socket.getInputStream());
        if (!status.matches("HTTP/1\\.[01] 2[0-9][0-9].*")) {
            throw new IOException("the receiver answered " + (status.isEmpty() ? "nothing" : status));
        }
    }

    private static String status(InputStream in) throws IOException {
        var line = new StringBuilder();
        int c = in.read();
        while (c >= ' ' && line.length() < LONGEST_STATUS) {
            line.append((char) c);
            c = in.read();
        }
        return line.toString();
    }

    private String head(String delivery, byte[] body) {
        URI url = settings.url();
        String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        String host = url.getPort() > 0 ? url.getHost() + ":" + url.getPort() : url.getHost();
        return "POST " + path + query + " HTTP/1.1\r\n"
                + "Host: " + host + "\r\n"
                + "Content-Type: application/json\r\n"
                + "Content-Length: " + body.length + "\r\n"
                + "User-Agent: Gatehouse\r\n"
                + "Gatehouse-Delivery: " + delivery + "\r\n"
                + settings.secret().map(secret -> signature(secret, body)).orElse("")
                + "Connection: close\r\n\r\n";
    }

    private String signature(String secret, byte[] body) {
        String seconds = Long.toString(clock.instant().getEpochSecond());
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return "Gatehouse-Signature: t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body)) + "\r\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA256", impossible);
        }
    }
}
