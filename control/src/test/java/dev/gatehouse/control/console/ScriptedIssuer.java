package dev.gatehouse.control.console;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// An issuer on a loopback port that gives out whatever token a test wants, for any code.
final class ScriptedIssuer implements AutoCloseable {
    private final HttpServer server;
    private String token = "";

    ScriptedIssuer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery()));
        server.createContext("/token", exchange -> answer(exchange, Map.of("id_token", token)));
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// The next token says this.
    void says(String subject, String nonce) {
        var claims = new JWTClaimsSet.Builder()
                .subject(subject)
                .claim("nonce", nonce)
                .build();
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            jwt.sign(new MACSigner(new byte[32]));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        token = jwt.serialize();
    }

    private Map<String, Object> discovery() {
        return Map.of(
                "issuer", url(), "authorization_endpoint", url() + "/authorize", "token_endpoint", url() + "/token");
    }

    private static void answer(HttpExchange exchange, Map<String, Object> content) throws IOException {
        try (exchange) {
            byte[] body = JSONObjectUtils.toJSONString(content).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
