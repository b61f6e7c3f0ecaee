package dev.gatehouse.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.api.SignInWay;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/// An identity provider on a loopback port that answers as a test says.
final class ScriptedProvider implements AutoCloseable {
    final List<Map<String, String>> asked = Collections.synchronizedList(new ArrayList<>());
    /// What the token endpoint answers, one after another: an error, or the claims of a token.
    final ConcurrentLinkedDeque<String> answers = new ConcurrentLinkedDeque<>();
    private final HttpServer server;
    private final boolean devices;

    ScriptedProvider(boolean devices) throws IOException {
        this.devices = devices;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, discovery()));
        server.createContext("/device", exchange -> {
            asked.add(form(exchange));
            answer(
                    exchange,
                    200,
                    "{'device_code':'d-1','user_code':'WDJB-MJHT','verification_uri':'" + url()
                            + "/enter','interval':1,'expires_in':60}");
        });
        server.createContext("/token", this::token);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    SignInWay way() {
        return new SignInWay("corp", url(), "gatehouse");
    }

    private String discovery() {
        return "{'issuer':'" + url() + "','authorization_endpoint':'" + url() + "/authorize','token_endpoint':'" + url()
                + "/token'" + (devices ? ",'device_authorization_endpoint':'" + url() + "/device'" : "") + "}";
    }

    private void token(HttpExchange exchange) throws IOException {
        asked.add(form(exchange));
        String next = answers.isEmpty() ? "invalid_grant" : answers.removeFirst();
        if (next.startsWith("{")) {
            answer(exchange, 200, "{'id_token':'" + jwt(next.replace('\'', '"')) + "'}");
        } else {
            answer(exchange, 400, "{'error':'" + next + "'}");
        }
    }

    static String jwt(String claims) {
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".sig";
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        return pairs(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    static Map<String, String> pairs(String text) {
        var pairs = new HashMap<String, String>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            pairs.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return pairs;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
