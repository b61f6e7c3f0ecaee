package dev.gatehouse.http.relay;

import dev.gatehouse.http.target.HttpTarget;
import dev.gatehouse.http.wire.Header;
import dev.gatehouse.http.wire.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What of a target's headers a client may see.
///
/// @param ownPath what every path of this connection begins with at the gateway, such as `/http/crm`; empty under a
/// host
///     name of its own
record AnswerHeaders(HttpTarget target, String ownPath) {
    /// Are between the gateway and its target: sessions, challenges, the hop, and what would speak for the gateway's
    /// own
    /// origin.
    private static final Set<String> NEVER = Set.of(
            "set-cookie",
            "set-cookie2",
            "www-authenticate",
            "proxy-authenticate",
            "authentication-info",
            "proxy-authentication-info",
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "content-length",
            "server",
            "via",
            "x-powered-by",
            "alt-svc",
            "strict-transport-security",
            "public-key-pins",
            "clear-site-data",
            "refresh",
            "nel",
            "report-to",
            "location",
            "content-location",
            "gatehouse-notice");

    /// Where values are masked, a header could quote one, so only these pass. Digests and tags of the whole answer are
    /// not among them: who guesses the answer could test the guess.
    private static final Set<String> BESIDE_MASKS = Set.of(
            "content-type",
            "content-language",
            "date",
            "cache-control",
            "expires",
            "age",
            "vary",
            "allow",
            "retry-after",
            "deprecation",
            "sunset",
            "ratelimit",
            "ratelimit-policy",
            "x-ratelimit-limit",
            "x-ratelimit-remaining",
            "x-ratelimit-reset",
            "x-content-type-options",
            "access-control-allow-origin");

    List<Header> shown(Headers headers, boolean masked) {
        var named = headers.tokens("Connection");
        var shown = new ArrayList<Header>();
        for (Header header : headers.list()) {
            var name = header.name().toLowerCase(Locale.ROOT);
            if (!NEVER.contains(name) && !named.contains(name) && (!masked || BESIDE_MASKS.contains(name))) {
                shown.add(header);
            }
        }
        if (!masked) {
            headers.all("Location").stream()
                    .findFirst()
                    .flatMap(this::location)
                    .ifPresent(location -> shown.add(new Header("Location", location)));
        }
        return shown;
    }

    /// Where a redirect leads, at the gateway. One that leads elsewhere is not followed through the gateway, and would
    /// only tell where its targets are.
    private Optional<String> location(String written) {
        var path = written;
        for (String scheme : List.of("https://", "http://")) {
            var origin = scheme + target.authority();
            if (written.equals(origin) || written.startsWith(origin + "/")) {
                path = written.substring(origin.length());
            }
        }
        if (!path.startsWith("/") || path.startsWith("//")) {
            return written.contains(":") || path.startsWith("//") ? Optional.empty() : Optional.of(written);
        }
        var base = target.base();
        return path.equals(base) || path.startsWith(base + "/")
                ? Optional.of(ownPath + path.substring(base.length()))
                : Optional.empty();
    }
}
