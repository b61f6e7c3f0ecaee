package dev.gatehouse.server.command;

import dev.gatehouse.bypass.Peer;
import dev.gatehouse.net.ClientTls;
import dev.gatehouse.net.Dialer;
import dev.gatehouse.postgres.target.TargetCredential;
import dev.gatehouse.server.PemFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A libpq connection string of keywords and values, as `psql` takes it (manual: "Keyword/Value Connection Strings").
final class Conninfo {
    private static final Set<String> KEYWORDS =
            Set.of("host", "port", "dbname", "user", "password", "sslmode", "sslrootcert");
    private static final Pattern SETTING = Pattern.compile("\\s*(\\w+)\\s*=\\s*('(?:[^'\\\\]|\\\\.)*'|\\S*)\\s*");
    private static final int CONNECT_MILLIS = 10_000;

    private final Map<String, String> settings = new LinkedHashMap<>();

    private Conninfo() {}

    /// @throws IllegalArgumentException with a sentence for the user
    static Conninfo of(String text) {
        var conninfo = new Conninfo();
        var setting = SETTING.matcher(text);
        int end = 0;
        while (end < text.length() && setting.find(end) && setting.start() == end) {
            conninfo.set(setting.group(1), setting.group(2));
            end = setting.end();
        }
        if (end < text.length()) {
            throw new IllegalArgumentException(
                    "\"" + text.substring(end) + "\" is not keyword=value, as in \"host=db port=5432 dbname=shop\".");
        }
        return conninfo;
    }

    private void set(String keyword, String value) {
        if (!KEYWORDS.contains(keyword)) {
            throw new IllegalArgumentException(
                    keyword + " is not one of " + KEYWORDS.stream().sorted().toList() + ".");
        }
        boolean quoted = value.startsWith("'");
        settings.put(keyword, quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value);
    }

    /// @param password where the string has none
    Peer peer(Optional<String> password) throws IOException {
        var mode = switch (settings.getOrDefault("sslmode", "prefer").toLowerCase(Locale.ROOT)) {
            case "disable", "allow", "prefer" -> ClientTls.Mode.DISABLE;
            case "require" -> ClientTls.Mode.REQUIRE;
            case "verify-ca" -> ClientTls.Mode.VERIFY_CA;
            case "verify-full" -> ClientTls.Mode.VERIFY_FULL;
            case String other -> throw new IllegalArgumentException("sslmode=" + other + " is unknown.");
        };
        var tls = PemFiles.client(
                mode, Optional.ofNullable(settings.get("sslrootcert")).map(Path::of));
        String user = required("user");
        String secret =
                Optional.ofNullable(settings.get("password")).or(() -> password).orElse("");
        return new Peer(
                new Dialer(settings.getOrDefault("host", "localhost"), port(), tls, CONNECT_MILLIS),
                TargetCredential.of(user, secret),
                settings.getOrDefault("dbname", user));
    }

    private int port() {
        try {
            return Integer.parseInt(settings.getOrDefault("port", "5432"));
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("port=" + settings.get("port") + " is not a number.", malformed);
        }
    }

    private String required(String keyword) {
        return Optional.ofNullable(settings.get(keyword))
                .orElseThrow(() -> new IllegalArgumentException(keyword + "=… is missing."));
    }
}
