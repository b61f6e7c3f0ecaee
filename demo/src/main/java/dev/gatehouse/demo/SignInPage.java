package dev.gatehouse.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// The authorization endpoint (OpenID Connect Core 3.1.2): one page on which to choose whom to be. No password,
/// because the people are invented; it sends nobody anywhere but to this machine.
final class SignInPage implements HttpHandler {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String issuer;
    private final Grants grants;

    SignInPage(String issuer, Grants grants) {
        this.issuer = issuer;
        this.grants = grants;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getRawQuery();
            var asked = Form.parse(query == null ? "" : query);
            if (!understood(asked)) {
                page(
                        exchange,
                        400,
                        "<h1>Not a request that this issuer knows</h1><p>It takes the authorization code"
                                + " flow with PKCE (S256) of the client <code>gatehouse</code> on this machine.</p>");
            } else if (exchange.getRequestMethod().equals("POST")) {
                choose(exchange, asked, Form.read(exchange.getRequestBody()).get("part"));
            } else {
                page(exchange, 200, choices(query));
            }
        }
    }

    private static boolean understood(Form asked) {
        return asked.get("response_type").equals("code")
                && asked.get("client_id").equals(DemoIssuer.AUDIENCE)
                && asked.get("code_challenge_method").equals("S256")
                && !asked.get("code_challenge").isEmpty()
                && onThisMachine(asked.get("redirect_uri"));
    }

    private static boolean onThisMachine(String address) {
        try {
            var uri = URI.create(address);
            return uri.getHost() != null && LOOPBACK.contains(uri.getHost());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private void choose(HttpExchange exchange, Form asked, String chosen) throws IOException {
        var part = Arrays.stream(DemoPart.values())
                .filter(each -> each.id().equals(chosen))
                .findFirst();
        if (part.isEmpty()) {
            page(exchange, 400, "<h1>Nobody is called that</h1>");
            return;
        }
        String redirect = asked.get("redirect_uri");
        String code =
                grants.give(new Grants.Grant(part.get(), redirect, asked.get("code_challenge"), asked.get("nonce")));
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        redirect + "?code=" + code + "&state=" + Form.encoded(asked.get("state")) + "&iss="
                                + Form.encoded(issuer));
        exchange.sendResponseHeaders(303, -1);
    }

    private static String choices(String query) {
        return "<h1>Who are you today?</h1><p>An identity provider for development. These five people are invented; there is"
                + " no password.</p><form method=\"post\" action=\"/authorize?" + escaped(query) + "\">" + buttons()
                + "</form>";
    }

    static String buttons() {
        return Arrays.stream(DemoPart.values())
                .map(part -> "<button name=\"part\" value=\"" + part.id() + "\"><strong>" + escaped(part.fullName())
                        + "</strong><span>" + escaped(part.id() + " · " + part.email()) + "</span><small>"
                        + escaped(String.join(", ", part.groups())) + "</small></button>")
                .collect(Collectors.joining("\n"));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static void page(HttpExchange exchange, int status, String content) throws IOException {
        byte[] body = (HEAD + content + "</main></body></html>").getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        headers.set("Cache-Control", "no-store");
        headers.set("Referrer-Policy", "no-referrer");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static final String HEAD = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sign in: demo issuer</title>
            <meta name="viewport" content="width=device-width, initial-scale=1"><style>
            :root { color-scheme: light dark; --line: #d5d9de; --card: #fff; --page: #f4f5f7; --ink: #1b2430; --soft: #55606e }
            @media (prefers-color-scheme: dark) {
              :root { --line: #323b47; --card: #1a212b; --page: #11161d; --ink: #e7ebf0; --soft: #a5b0bd } }
            body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
            main { max-width: 26rem; margin: 10vh auto; padding: 0 1.25rem }
            h1 { font-size: 1.4rem; margin: 0 0 .5rem } p { color: var(--soft); margin: 0 0 1.5rem }
            input { font: inherit; letter-spacing: .1em; padding: .4rem .6rem; border: 1px solid var(--line); border-radius: .5rem }
            button { display: block; width: 100%; margin: 0 0 .6rem; padding: .7rem 1rem; text-align: left; font: inherit;
              color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; cursor: pointer }
            button:hover, button:focus-visible { border-color: #3b6fb6; outline: 2px solid #3b6fb6; outline-offset: 1px }
            span, small { display: block; color: var(--soft) }
            </style></head><body><main>
            """;
}
