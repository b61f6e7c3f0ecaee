package dev.gatehouse.http.understand;

import dev.gatehouse.http.wire.Header;
import dev.gatehouse.http.wire.Headers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What of a client's headers rules may look at, and what goes on to the target.
public final class RequestHeaders {
    /// Prove who asks here; a target never sees them (invariant 4 in the other direction).
    private static final Set<String> PROOFS =
            Set.of("authorization", "proxy-authorization", "cookie", "cookie2", "x-gatehouse-purpose");

    /// Are about one hop (RFC 9110 section 7.6.1), or written by the gateway itself.
    private static final Set<String> OF_THIS_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "host",
            "content-length",
            "expect",
            "accept-encoding",
            "max-forwards",
            "forwarded",
            "via");

    /// Ask for a part of an answer, which could not be understood as a whole.
    private static final Set<String> OF_A_PART = Set.of("range", "if-range");

    /// Make some targets do something else than the request says.
    private static final Set<String> OVERRIDING = Set.of(
            "x-http-method-override",
            "x-http-method",
            "x-method-override",
            "x-original-url",
            "x-rewrite-url",
            "x-original-method");

    private RequestHeaders() {}

    /// As rules see them: by lower-case name, without what proves who asks.
    static Map<String, List<String>> facts(Headers headers) {
        var facts = new LinkedHashMap<String, List<String>>();
        for (Header header : headers.list()) {
            var name = header.name().toLowerCase(Locale.ROOT);
            if (!PROOFS.contains(name)) {
                facts.computeIfAbsent(name, _ -> new ArrayList<>()).add(header.value());
            }
        }
        return facts;
    }

    /// What goes on. Names with an underscore stay behind: some targets take it for a hyphen.
    public static List<Header> forwarded(Headers headers) {
        var named = headers.tokens("Connection");
        return headers.list().stream()
                .filter(header -> {
                    var name = header.name().toLowerCase(Locale.ROOT);
                    return !PROOFS.contains(name)
                            && !OF_THIS_HOP.contains(name)
                            && !OF_A_PART.contains(name)
                            && !named.contains(name)
                            && !name.startsWith("x-forwarded-")
                            && !name.contains("_");
                })
                .toList();
    }

    static Optional<String> overriding(Headers headers) {
        return headers.list().stream()
                .map(Header::name)
                .filter(name ->
                        OVERRIDING.contains(name.toLowerCase(Locale.ROOT).replace('_', '-')))
                .findFirst();
    }
}
