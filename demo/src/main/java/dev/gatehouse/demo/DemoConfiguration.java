package dev.gatehouse.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The demo's `gatehouse.yaml`: a database and an API, every personal column and field classified, rules for five
/// parts.
///
/// Passwords are not in it; it names files beside it that only their owner reads.
///
/// @param file where the configuration goes
/// @param data the gateway's data directory
/// @param keys the gateway's keys, outside `data`
/// @param secrets where the passwords of the database's users go, outside `data`
/// @param listeners addresses (`host:port`) by listener name: `postgres`, `console`, `http`; the ones left out are not
///     opened
public record DemoConfiguration(Path file, Path data, Path keys, Path secrets, Map<String, String> listeners) {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z.]+)}}");

    public DemoConfiguration {
        listeners = Map.copyOf(listeners);
    }

    /// Writes the configuration for what runs now, and the password files that it names.
    public void write(DemoDatabase database, DemoApi api, DemoIssuer issuer, DemoCertificates certificates)
            throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("data", quoted(data));
        values.put("keys", quoted(keys));
        values.put("listeners", listenerLines(certificates));
        values.put("issuer", quoted(issuer.issuer()));
        values.put("target", quoted(database.host() + ":" + database.port() + "/" + DemoDatabase.NAME));
        Path token = secrets.resolve("crm");
        PrivateFiles.write(token, api.token());
        values.put("crm.target", quoted(api.url()));
        values.put("crm.file", quoted(token));
        login(values, "agent", database.agent());
        login(values, "people", database.people());
        login(values, "catalogue", database.catalogue());
        PrivateFiles.write(file, filled(template(), values));
    }

    private void login(Map<String, String> values, String name, DemoLogin login) throws IOException {
        Path password = secrets.resolve(name);
        PrivateFiles.write(password, login.password());
        values.put(name + ".user", login.user());
        values.put(name + ".file", quoted(password));
    }

    private String listenerLines(DemoCertificates certificates) {
        StringBuilder lines = new StringBuilder();
        listeners.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(listener -> lines.append("  ")
                        .append(listener.getKey())
                        .append(": { address: ")
                        .append(quoted(listener.getValue()))
                        .append(", tls: { certificate: ")
                        .append(quoted(certificates.certificate()))
                        .append(", key: ")
                        .append(quoted(certificates.key()))
                        .append(" } }\n"));
        return lines.toString();
    }

    static String filled(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(
                        Objects.requireNonNull(values.get(place.group(1)), () -> "no value for " + place.group(1))));
    }

    private static String quoted(Path path) {
        return quoted(path.toAbsolutePath().toString());
    }

    /// A YAML double-quoted scalar.
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    static String template() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                DemoConfiguration.class.getResourceAsStream("gatehouse.yaml"), "gatehouse.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
