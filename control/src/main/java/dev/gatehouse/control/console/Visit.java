package dev.gatehouse.control.console;

import dev.gatehouse.control.admin.Asked;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One request of a browser: path, query, cookies and the form it sent. The body is read at most once.
final class Visit {
    /// `__Host-` makes browsers refuse it from any other host, over plain HTTP, or for a part of the site only.
    static final String SIGNED_IN = "__Host-gatehouse";

    static final String SIGNING_IN = "__Host-gatehouse-sign-in";
    static final String LANGUAGE = "__Host-gatehouse-language";
    static final String THEME = "__Host-gatehouse-theme";

    private static final int MOST_FORM = 64 << 10;
    private static final int LONGEST_HERE = 1500;

    private final ServerRequest request;
    private final Map<String, String> form = new HashMap<>();
    private boolean formRead;

    Visit(ServerRequest request) {
        this.request = request;
    }

    String path(String name) {
        return request.path().pathParameters().get(name);
    }

    /// Empty when it was not sent, or without a value.
    Optional<String> query(String name) {
        return request.query().first(name).asOptional().map(String::strip).filter(text -> !text.isEmpty());
    }

    /// All that was asked for in the query, the first of each name.
    Map<String, String> queries() {
        var all = new LinkedHashMap<String, String>();
        for (String name : request.query().names()) {
            query(name).ifPresent(value -> all.put(name, value));
        }
        return all;
    }

    Optional<String> cookie(String name) {
        return request.headers().cookies().first(name).asOptional();
    }

    Optional<String> header(HeaderName name) {
        return request.headers().first(name);
    }

    /// Whether only a part of the page was asked for.
    boolean partly() {
        return header(HeaderNames.create("HX-Request")).isPresent()
                && header(HeaderNames.create("HX-Boosted")).isEmpty()
                && header(HeaderNames.create("HX-History-Restore-Request")).isEmpty();
    }

    String source() {
        return request.remotePeer().host();
    }

    /// Path and query as the browser sent them.
    String here() {
        String query = request.query().rawValue();
        String here = request.path().rawPath() + (query.isEmpty() ? "" : "?" + query);
        return here.length() > LONGEST_HERE ? request.path().rawPath() : here;
    }

    String section() {
        String path = request.path().path();
        int end = path.indexOf('/', 1);
        return path.substring(1, end < 0 ? path.length() : end);
    }

    /// Empty when the form has no such field.
    String field(String name) throws IOException {
        if (!formRead) {
            formRead = true;
            readForm();
        }
        return form.getOrDefault(name, "");
    }

    private void readForm() throws IOException {
        if (!request.content().hasEntity()) {
            return;
        }
        byte[] body;
        try (InputStream in = request.content().inputStream()) {
            body = in.readNBytes(MOST_FORM);
        }
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    /// The same question as the API would be asked.
    ///
    /// @param queries what the endpoint is to know of the query
    Asked asked(Map<String, String> queries) {
        var paths = new HashMap<String, String>();
        for (String name : request.path().pathParameters().names()) {
            paths.put(name, path(name));
        }
        return Asked.of(paths, queries, new byte[0]);
    }

    /// The same with a body.
    Asked asked(Object body) {
        var paths = new HashMap<String, String>();
        for (String name : request.path().pathParameters().names()) {
            paths.put(name, path(name));
        }
        return Asked.with(paths, body);
    }

    /// A page of this console to go to, from a text that anybody may have written: never another site.
    static String local(String wished) {
        boolean ours = wished.startsWith("/")
                && !wished.startsWith("//")
                && wished.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        return ours && !wished.startsWith("/sign-in") ? wished : "/";
    }
}
