package dev.gatehouse.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// The token endpoint (OpenID Connect Core 3.1.3): a code and its verifier against tokens.
final class TokenEndpoint implements HttpHandler {
    static final Duration LIFE = Duration.ofHours(1);

    private final Grants grants;
    private final Function<Grants.Grant, String> tokens;

    /// @param tokens signs an ID token for whom a grant names
    TokenEndpoint(Grants grants, Function<Grants.Grant, String> tokens) {
        this.grants = grants;
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
            if (!asked.get("grant_type").equals("authorization_code")) {
                answer(exchange, 400, Map.of("error", "unsupported_grant_type"));
                return;
            }
            var grant = grants.redeem(asked.get("code"), asked.get("code_verifier"), asked.get("redirect_uri"));
            if (grant.isEmpty() || !asked.get("client_id").equals(DemoIssuer.AUDIENCE)) {
                answer(exchange, 400, Map.of("error", "invalid_grant"));
                return;
            }
            answer(exchange, 200, granted(tokens.apply(grant.get())));
        }
    }

    private static Map<String, Object> granted(String token) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", token);
        answer.put("id_token", token);
        answer.put("token_type", "Bearer");
        answer.put("expires_in", LIFE.toSeconds());
        return answer;
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> content) throws IOException {
        byte[] body = JSONObjectUtils.toJSONString(content).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
