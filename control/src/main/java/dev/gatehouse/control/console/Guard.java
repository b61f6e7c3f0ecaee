package dev.gatehouse.control.console;

import io.helidon.http.HeaderNames;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/// Tells a request that a page of this console made from one that somebody else's page made a browser send
/// (CSRF).
///
/// A change needs three things: the browser says that it comes from this origin (`Origin`, and `Sec-Fetch-Site`
/// where it knows it), the cookie, and the token that only pages of this sign-in contain.
final class Guard {
    static final String FIELD = "_csrf";

    private Guard() {}

    /// Whether the browser says that one of our own pages asked.
    static boolean sameOrigin(Visit visit) {
        var site = visit.header(HeaderNames.create("Sec-Fetch-Site"));
        if (site.isPresent() && !site.get().equals("same-origin")) {
            return false;
        }
        Optional<String> host = visit.header(HeaderNames.HOST);
        return visit.header(HeaderNames.ORIGIN)
                .flatMap(Guard::authority)
                .filter(origin -> host.filter(origin::equalsIgnoreCase).isPresent())
                .isPresent();
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /// Whether the request carries the token of this sign-in.
    static boolean knowsToken(Visit visit, String csrf) throws IOException {
        Optional<String> header = visit.header(HeaderNames.create("X-CSRF-Token"));
        String sent = header.isPresent() ? header.get() : visit.field(FIELD);
        return !csrf.isEmpty()
                && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), csrf.getBytes(StandardCharsets.UTF_8));
    }
}
