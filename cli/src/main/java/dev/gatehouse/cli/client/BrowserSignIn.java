package dev.gatehouse.cli.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.cli.CommandFailed;
import dev.gatehouse.cli.Shell;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;

/// Signs in with a browser on this machine, which comes back to a port of the loopback address (RFC 8252, with PKCE of
/// RFC 7636 and a nonce).
public final class BrowserSignIn {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String BACK = "/callback";

    private final IdentityProvider provider;
    private final Shell shell;
    private final SecureRandom random;

    public BrowserSignIn(IdentityProvider provider, Shell shell, SecureRandom random) {
        this.provider = provider;
        this.shell = shell;
        this.random = random;
    }

    public String token() throws InterruptedException {
        String state = secret();
        String nonce = secret();
        String verifier = secret();
        BlockingQueue<Map<String, String>> came = new ArrayBlockingQueue<>(1);
        HttpServer server = listen(state, came);
        try {
            URI back = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + BACK);
            String address = address(back, state, nonce, verifier);
            shell.err().println("Open this in a browser on this machine, and sign in:");
            shell.err().println("  " + address);
            shell.err().flush();
            show(address);
            Map<String, String> query = came.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (query == null) {
                throw CommandFailed.refused("Nobody signed in within 5 minutes. Begin again: gatehouse login.");
            }
            return redeem(query, back, nonce, verifier);
        } finally {
            server.stop(0);
        }
    }

    private HttpServer listen(String state, BlockingQueue<Map<String, String>> came) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            server.createContext(BACK, exchange -> back(exchange, state, came));
            server.start();
            return server;
        } catch (IOException taken) {
            throw CommandFailed.unreachable("No port of this machine can be opened for the browser to come back to: "
                    + taken.getMessage() + ". Try: gatehouse login --device.");
        }
    }

    /// Only the browser that was sent away knows the state; anything else is answered and forgotten.
    private static void back(HttpExchange exchange, String state, BlockingQueue<Map<String, String>> came)
            throws IOException {
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        boolean ours = MessageDigest.isEqual(
                state.getBytes(StandardCharsets.UTF_8),
                query.getOrDefault("state", "").getBytes(StandardCharsets.UTF_8));
        byte[] page = (ours ? "You can close this window and go back to the terminal.\n" : "This is not for you.\n")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.sendResponseHeaders(ours ? 200 : 400, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
        if (ours) {
            came.offer(query);
        }
    }

    private static Map<String, String> query(String raw) {
        var query = new HashMap<String, String>();
        for (String pair : (raw == null ? "" : raw).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.putIfAbsent(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private String address(URI back, String state, String nonce, String verifier) {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", provider.client());
        query.put("redirect_uri", back.toString());
        query.put("scope", IdentityProvider.SCOPE);
        query.put("state", state);
        query.put("nonce", nonce);
        query.put("code_challenge", base64(sha256(verifier)));
        query.put("code_challenge_method", "S256");
        URI endpoint = provider.needed("authorization_endpoint");
        return endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + IdentityProvider.encoded(query);
    }

    /// Where there is a desktop, its browser; the address was printed in any case.
    private void show(String address) throws InterruptedException {
        boolean desktop = shell.variable("DISPLAY").isPresent()
                || shell.variable("WAYLAND_DISPLAY").isPresent();
        if (desktop) {
            try {
                shell.programs().run(List.of("xdg-open", address), Map.of());
            } catch (IOException absent) {
                shell.err().println("(no browser could be opened from here)");
            }
        }
    }

    private String redeem(Map<String, String> query, URI back, String nonce, String verifier) {
        String code = query.getOrDefault("code", "");
        if (code.isEmpty()) {
            throw CommandFailed.refused("The sign-in was refused at the identity provider.");
        }
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", back.toString());
        form.put("client_id", provider.client());
        form.put("code_verifier", verifier);
        String token = provider.token(provider.post(provider.needed("token_endpoint"), form));
        if (!nonce.equals(nonce(token))) {
            throw CommandFailed.refused("The identity provider sent a token that was not made for this sign-in.");
        }
        return token;
    }

    /// The token came straight from the provider; the gateway checks its signature.
    private static String nonce(String token) {
        String[] parts = token.split("\\.", -1);
        try {
            var claims = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts.length == 3 ? parts[1] : ""));
            var nonce = claims.get("nonce");
            return nonce == null ? "" : nonce.asString();
        } catch (IllegalArgumentException | JacksonException malformed) {
            return "";
        }
    }

    private String secret() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }
}
