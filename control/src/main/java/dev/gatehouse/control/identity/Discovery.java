package dev.gatehouse.control.identity;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/// Fetches an issuer's keys by its discovery document (OpenID Connect Discovery 1.0 section 4).
///
/// HTTPS only, except to this very machine. Redirects are not followed, an answer is at most [#LARGEST_BYTES], and the
/// document must name the issuer it was asked of (section 4.3).
public final class Discovery implements DiscoveredKeys.Fetch {
    static final int LARGEST_BYTES = 1 << 20;

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String issuerUrl;
    private final HttpClient client;

    /// @param client [#client()], or one that also trusts a private CA
    public Discovery(String issuerUrl, HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("the client must not follow redirects");
        }
        this.issuerUrl = issuerUrl;
        this.client = client;
    }

    /// A client as this class needs it; the caller may share it between issuers, and closes it.
    public static HttpClient client() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(TIMEOUT)
                .build();
    }

    /// The discovery document, which names the issuer that it was asked of.
    public Map<String, Object> document() throws IOException, InterruptedException {
        String base = issuerUrl.endsWith("/") ? issuerUrl.substring(0, issuerUrl.length() - 1) : issuerUrl;
        try {
            Map<String, Object> document = Jwks.object(body(safe(base + "/.well-known/openid-configuration")));
            String stated = JSONObjectUtils.getString(document, "issuer");
            if (!issuerUrl.equals(stated)) {
                throw new IOException("the discovery document is of issuer '" + stated + "', not '" + issuerUrl + "'");
            }
            return document;
        } catch (ParseException e) {
            throw new IOException("the issuer's answer is not understood: " + e.getMessage(), e);
        }
    }

    @Override
    public Jwks get() throws IOException, InterruptedException {
        try {
            Map<String, Object> document = document();
            String location = JSONObjectUtils.getString(document, "jwks_uri");
            if (location == null) {
                throw new IOException("the discovery document names no jwks_uri");
            }
            return Jwks.parse(body(safe(location)));
        } catch (ParseException e) {
            throw new IOException("the issuer's answer is not understood: " + e.getMessage(), e);
        }
    }

    private String body(URI address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .build();
        HttpResponse<byte[]> response =
                client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_BYTES));
        if (response.statusCode() != 200) {
            throw new IOException(address + " answered " + response.statusCode() + "; redirects are not followed");
        }
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /// An address that secrets may be sent to.
    public static URI safe(String address) throws IOException {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new IOException("no address: " + address, e);
        }
        boolean loopback = uri.getHost() != null && LOOPBACK.contains(uri.getHost());
        if (!"https".equals(uri.getScheme()) && !("http".equals(uri.getScheme()) && loopback)) {
            throw new IOException(address + " must be an https address; http is only for this machine");
        }
        return uri;
    }
}
