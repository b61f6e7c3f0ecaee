package dev.gatehouse.control.console;

import dev.gatehouse.control.console.pages.JtesigninGenerated;
import dev.gatehouse.control.console.signin.SignInFlow;
import dev.gatehouse.control.console.signin.SignInFlow.Ended;
import dev.gatehouse.control.console.signin.SignIns;
import io.helidon.http.HeaderNames;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way in and out, and what a browser may choose about how the console looks.
final class SignInPages {
    private static final Logger LOG = LoggerFactory.getLogger(SignInPages.class);
    private static final String ATTRIBUTES = "; Path=/; Secure; HttpOnly; SameSite=Lax";
    private static final int BAD_GATEWAY = 502;
    private static final int UNAUTHORIZED = 401;

    private final SignInFlow flow;
    private final SignIns signIns;
    private final Supplier<URI> origin;

    /// @param origin where browsers find this console, as the issuers know it
    SignInPages(SignInFlow flow, SignIns signIns, Supplier<URI> origin) {
        this.flow = flow;
        this.signIns = signIns;
        this.origin = origin;
    }

    Reply page(Look look, Visit visit) {
        String next = Visit.local(visit.query("next").orElse("/"));
        return look.visitor().isPresent() ? new Reply.See(next) : ways(look, 200, next, Optional.empty(), "");
    }

    private Reply ways(Look look, int status, String next, Optional<String> failure, String reference) {
        var ways = flow.issuers().stream()
                .map(issuer ->
                        new WaysIn.Way(issuer, "/sign-in/at/" + Api.encoded(issuer) + "?next=" + Api.encoded(next)))
                .toList();
        return Pages.html(
                status, out -> JtesigninGenerated.render(out, null, look, new WaysIn(ways, failure, reference)));
    }

    /// Off to the issuer. Only from the address that the issuer sends people back to, or the cookie would be
    /// missing.
    Reply leave(Look look, Visit visit) {
        String next = Visit.local(visit.query("next").orElse("/"));
        boolean elsewhere = visit.header(HeaderNames.HOST)
                .filter(host -> !host.equalsIgnoreCase(origin.get().getRawAuthority()))
                .isPresent();
        if (elsewhere) {
            return new Reply.See(origin.get() + visit.here());
        }
        try {
            var begun = flow.begin(
                    visit.path("issuer"), back(), next, visit.query("again").isPresent());
            return begun.<Reply>map(begin -> new Reply.See(
                            begin.to().toString(), List.of(cookie(Visit.SIGNING_IN, begin.cookie()) + "; Max-Age=600")))
                    .orElseGet(() -> ways(look, 404, next, Optional.of("expired"), ""));
        } catch (IOException unreachable) {
            LOG.warn("the issuer {} cannot be asked: {}", visit.path("issuer"), unreachable.getMessage());
            return ways(look, BAD_GATEWAY, next, Optional.of("unreachable"), "");
        }
    }

    /// Back from the issuer. Whoever is signed in gets a cookie that was never seen before (session fixation).
    Reply back(Look look, Visit visit) {
        try {
            var ended = flow.end(
                    visit.cookie(Visit.SIGNING_IN),
                    visit.query("state").orElse(""),
                    visit.query("code").orElse(""),
                    back(),
                    visit.source());
            return switch (ended) {
                case Ended.SignedIn(var principal, String next) -> {
                    visit.cookie(Visit.SIGNED_IN).ifPresent(signIns::close);
                    yield new Reply.See(
                            Visit.local(next),
                            List.of(cookie(Visit.SIGNED_IN, signIns.open(principal)), gone(Visit.SIGNING_IN)));
                }
                case Ended.Failed(String word, String reference) ->
                    ways(look, UNAUTHORIZED, "/", Optional.of(word), reference);
            };
        } catch (IOException unreachable) {
            LOG.warn("an issuer cannot be asked for a token: {}", unreachable.getMessage());
            return ways(look, BAD_GATEWAY, "/", Optional.of("unreachable"), "");
        }
    }

    Reply signOut(Visit visit) {
        visit.cookie(Visit.SIGNED_IN).ifPresent(signIns::close);
        return new Reply.See("/sign-in", List.of(gone(Visit.SIGNED_IN)));
    }

    /// Language and light are kept by the browser, for a year.
    Reply preferences(Visit visit) throws IOException {
        var cookies = new ArrayList<String>();
        String language = visit.field("language");
        if (language.equals("de") || language.equals("en")) {
            cookies.add(cookie(Visit.LANGUAGE, language) + "; Max-Age=31536000");
        }
        String theme = visit.field("theme");
        if (theme.equals("light") || theme.equals("dark") || theme.equals("auto")) {
            cookies.add(cookie(Visit.THEME, theme) + "; Max-Age=31536000");
        }
        String next = visit.field("next");
        return new Reply.See(next.startsWith("/sign-in") ? "/sign-in" : Visit.local(next), cookies);
    }

    private URI back() {
        return origin.get().resolve("/sign-in/back");
    }

    private static String cookie(String name, String value) {
        return name + "=" + value + ATTRIBUTES;
    }

    private static String gone(String name) {
        return cookie(name, "") + "; Max-Age=0";
    }
}
