package dev.gatehouse.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// The device authorization endpoint (RFC 8628 section 3.1): a code for the device, and one for a person.
final class DeviceEndpoint implements HttpHandler {
    private static final int INTERVAL_SECONDS = 1;

    private final String issuer;
    private final DeviceGrants devices;

    DeviceEndpoint(String issuer, DeviceGrants devices) {
        this.issuer = issuer;
        this.devices = devices;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            if (!Form.read(exchange.getRequestBody()).get("client_id").equals(DemoIssuer.AUDIENCE)) {
                TokenEndpoint.answer(exchange, 400, Map.of("error", "invalid_client"));
                return;
            }
            var codes = devices.begin();
            var answer = new LinkedHashMap<String, Object>();
            answer.put("device_code", codes.device());
            answer.put("user_code", codes.user());
            answer.put("verification_uri", issuer + "/device");
            answer.put("verification_uri_complete", issuer + "/device?user_code=" + codes.user());
            answer.put("expires_in", DeviceGrants.LIFE.toSeconds());
            answer.put("interval", INTERVAL_SECONDS);
            TokenEndpoint.answer(exchange, 200, answer);
        }
    }
}
