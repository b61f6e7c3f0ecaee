package dev.gatehouse.demo;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An OpenID Connect issuer for development: discovery document, public key, and tokens signed with ES256.
///
/// Tokens are minted here for the demo's own five parts and last a year; in a browser whoever asks chooses
/// which part to be (authorization code with PKCE, or a device's code), for an hour. Plain HTTP, loopback only. Key and
/// port are
/// kept in a file, so that a demo that is started again over the same data is the same issuer, its people are
/// the same identities, and tokens that somebody pasted somewhere still work. Thread-safe.
public final class DemoIssuer implements AutoCloseable {

    /// For whom the tokens are.
    public static final String AUDIENCE = "gatehouse";

    private static final Duration LIFE = Duration.ofDays(365);

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ECKey key;
    private final InstantSource clock;

    private DemoIssuer(HttpServer server, ECKey key, InstantSource clock) {
        this.server = server;
        this.key = key;
        this.clock = clock;
    }

    /// Starts the issuer.
    ///
    /// @param state where key and port are kept, outside the gateway's data; made if it does not exist
    public static DemoIssuer start(Path state, InstantSource clock) throws IOException {
        IssuerState kept = IssuerState.readOrMake(state);
        HttpServer server = listen(kept.port());
        IssuerState now = kept.at(server.getAddress().getPort());
        if (!now.equals(kept)) {
            now.write(state);
        }
        DemoIssuer issuer = new DemoIssuer(server, now.key(), clock);
        issuer.serve("/.well-known/openid-configuration", issuer.discovery());
        issuer.serve("/jwks", new JWKSet(issuer.key.toPublicJWK()).toJSONObject());
        var grants = new Grants(clock);
        server.createContext("/authorize", new SignInPage(issuer.issuer(), grants));
        var devices = new DeviceGrants(clock);
        server.createContext("/token", new TokenEndpoint(grants, devices, issuer::idToken));
        server.createContext("/device_authorization", new DeviceEndpoint(issuer.issuer(), devices));
        server.createContext("/device", new DevicePage(devices));
        server.setExecutor(issuer.workers);
        server.start();
        return issuer;
    }

    private static HttpServer listen(int port) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try {
            return HttpServer.create(new InetSocketAddress(loopback, port), 0);
        } catch (BindException e) {
            return HttpServer.create(new InetSocketAddress(loopback, 0), 0); // taken meanwhile: be another issuer
        }
    }

    /// The `iss` of every token, and where the discovery document is found.
    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// All five parts, each with a fresh token.
    public List<DemoIdentity> identities() {
        return Arrays.stream(DemoPart.values()).map(this::identity).toList();
    }

    /// One part with a fresh token.
    public DemoIdentity identity(DemoPart part) {
        return new DemoIdentity(part.id(), part.email(), part.groups(), mint(part));
    }

    /// A token for the part, issued now. The agent's names the engineer as its owner.
    public String mint(DemoPart part) {
        return sign(claims(part, LIFE).build());
    }

    private String idToken(DemoPart part, Optional<String> nonce) {
        var claims = claims(part, TokenEndpoint.LIFE);
        nonce.ifPresent(said -> claims.claim("nonce", said));
        return sign(claims.build());
    }

    private JWTClaimsSet.Builder claims(DemoPart part, Duration life) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(AUDIENCE)
                .subject(part.subject())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)))
                .claim("auth_time", now.getEpochSecond())
                .claim("email", part.email())
                .claim("email_verified", true)
                .claim("name", part.fullName())
                .claim("groups", part.groups())
                .claim("gatehouse_kind", part == DemoPart.AGENT ? "agent" : "person");
        if (part == DemoPart.AGENT) {
            claims.claim("gatehouse_owner", DemoPart.ENGINEER.email());
        }
        return claims;
    }

    private String sign(JWTClaimsSet claims) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID(key.getKeyID())
                .type(JOSEObjectType.JWT)
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("a P-256 key of our own does not sign", e);
        }
        return token.serialize();
    }

    private Map<String, Object> discovery() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer());
        document.put("jwks_uri", issuer() + "/jwks");
        document.put("authorization_endpoint", issuer() + "/authorize");
        document.put("token_endpoint", issuer() + "/token");
        document.put("device_authorization_endpoint", issuer() + "/device_authorization");
        document.put("response_types_supported", List.of("code"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put("authorization_response_iss_parameter_supported", true);
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("ES256"));
        document.put(
                "claims_supported", List.of("sub", "email", "name", "groups", "gatehouse_kind", "gatehouse_owner"));
        return document;
    }

    private void serve(String path, Map<String, Object> document) {
        byte[] body = JSONObjectUtils.toJSONString(document).getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> answer(exchange, path, body));
    }

    private static void answer(HttpExchange exchange, String path, byte[] body) throws IOException {
        try (exchange) {
            boolean known = exchange.getRequestMethod().equals("GET")
                    && exchange.getRequestURI().getPath().equals(path);
            if (!known) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }
}
