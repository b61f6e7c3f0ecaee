package dev.gatehouse.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.gatehouse.demo.DeviceGrants.Heard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The token endpoint: a code and its verifier (OpenID Connect Core 3.1.3), or a device's code (RFC 8628 section 3.4),
/// against tokens.
final class TokenEndpoint implements HttpHandler {
    private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";
    static final Duration LIFE = Duration.ofHours(1);

    private final Grants grants;
    private final DeviceGrants devices;
    private final Tokens tokens;

    /// Signs ID tokens.
    @FunctionalInterface
    interface Tokens {
        String of(DemoPart part, Optional<String> nonce);
    }

    TokenEndpoint(Grants grants, DeviceGrants devices, Tokens tokens) {
        this.grants = grants;
        this.devices = devices;
        this.tokens = tokens;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            var asked = Form.read(exchange.getRequestBody());
            if (!asked.get("client_id").equals(DemoIssuer.AUDIENCE)) {
                refuse(exchange, "invalid_client");
                return;
            }
            switch (asked.get("grant_type")) {
                case "authorization_code" -> code(exchange, asked);
                case DEVICE -> device(exchange, asked);
                default -> refuse(exchange, "unsupported_grant_type");
            }
        }
    }

    private void code(HttpExchange exchange, Form asked) throws IOException {
        var grant = grants.redeem(asked.get("code"), asked.get("code_verifier"), asked.get("redirect_uri"));
        if (grant.isPresent()) {
            answer(
                    exchange,
                    200,
                    granted(tokens.of(
                            grant.get().part(), Optional.of(grant.get().nonce()))));
        } else {
            refuse(exchange, "invalid_grant");
        }
    }

    private void device(HttpExchange exchange, Form asked) throws IOException {
        switch (devices.redeem(asked.get("device_code"))) {
            case Heard.Wait() -> refuse(exchange, "authorization_pending");
            case Heard.TooLate() -> refuse(exchange, "expired_token");
            case Heard.Granted(DemoPart part) -> answer(exchange, 200, granted(tokens.of(part, Optional.empty())));
        }
    }

    private static void refuse(HttpExchange exchange, String error) throws IOException {
        answer(exchange, 400, Map.of("error", error));
    }

    private static Map<String, Object> granted(String token) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", token);
        answer.put("id_token", token);
        answer.put("token_type", "Bearer");
        answer.put("expires_in", LIFE.toSeconds());
        return answer;
    }

    static void answer(HttpExchange exchange, int status, Map<String, Object> content) throws IOException {
        byte[] body = JSONObjectUtils.toJSONString(content).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
