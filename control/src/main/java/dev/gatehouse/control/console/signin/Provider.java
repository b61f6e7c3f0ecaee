package dev.gatehouse.control.console.signin;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.gatehouse.control.identity.Discovery;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// An issuer as the console signs people in at it. Safe for many threads; blocks for as long as the issuer
/// takes, at most [#TIMEOUT] for a question.
public final class Provider {
    static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int LARGEST = 1 << 20;

    private final String name;
    private final Discovery discovery;
    private final String client;
    private final HttpClient http;

    /// @param name what the configuration calls the issuer
    /// @param client the console's client id there: the audience of the tokens that the gateway takes
    public Provider(String name, String issuerUrl, String client, HttpClient http) {
        this.name = name;
        this.client = client;
        this.http = http;
        discovery = new Discovery(issuerUrl, http);
    }

    public String name() {
        return name;
    }

    /// Where a browser goes to sign in (OpenID Connect Core 3.1.2.1).
    ///
    /// @param again whether somebody whom the issuer remembers is to prove once more who they are
    URI authorization(URI back, String state, String nonce, String challenge, boolean again) throws IOException {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", client);
        query.put("redirect_uri", back.toString());
        query.put("scope", "openid email profile groups");
        query.put("state", state);
        query.put("nonce", nonce);
        query.put("code_challenge", challenge);
        query.put("code_challenge_method", "S256");
        if (again) {
            query.put("prompt", "login");
        }
        URI endpoint = endpoint("authorization_endpoint");
        String separator = endpoint.getRawQuery() == null ? "?" : "&";
        return URI.create(endpoint + separator + encoded(query));
    }

    /// The ID token for a code; empty when the issuer gives none.
    Optional<String> redeem(String code, String verifier, URI back) throws IOException {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", back.toString());
        form.put("client_id", client);
        form.put("code_verifier", verifier);
        var request = HttpRequest.newBuilder(endpoint("token_endpoint"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
        try {
            HttpResponse<byte[]> answer =
                    http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
            if (answer.statusCode() != 200) {
                return Optional.empty();
            }
            var tokens = JSONObjectUtils.parse(new String(answer.body(), StandardCharsets.UTF_8));
            return Optional.ofNullable(JSONObjectUtils.getString(tokens, "id_token"));
        } catch (ParseException malformed) {
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopping);
        }
    }

    private URI endpoint(String key) throws IOException {
        try {
            String address = JSONObjectUtils.getString(discovery.document(), key);
            if (address == null) {
                throw new IOException("the discovery document of " + name + " names no " + key);
            }
            return Discovery.safe(address);
        } catch (ParseException malformed) {
            throw new IOException("the discovery document of " + name + " is not understood", malformed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopping);
        }
    }

    private static String encoded(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
