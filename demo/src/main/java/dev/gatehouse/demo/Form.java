package dev.gatehouse.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The parameters of a request, as `application/x-www-form-urlencoded` has them; the first of a name counts.
record Form(Map<String, String> values) {
    private static final int LARGEST = 16 << 10;

    Form {
        values = Map.copyOf(values);
    }

    static Form parse(String text) {
        var values = new LinkedHashMap<String, String>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return new Form(values);
    }

    static Form read(InputStream body) throws IOException {
        return parse(new String(body.readNBytes(LARGEST), StandardCharsets.UTF_8));
    }

    /// Empty when it was not sent.
    String get(String name) {
        return values.getOrDefault(name, "");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
