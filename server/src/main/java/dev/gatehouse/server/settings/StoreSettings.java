package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Format;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/// The section `store:`: where durable state is kept, if not below `gateway.data`.
///
/// @param url of a PostgreSQL database, perhaps with a user
/// @param user if the URL names none
public record StoreSettings(String url, Optional<String> user, Optional<SecretReference> password) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Format<String> DATABASE = new Format<>(
            "database",
            "a PostgreSQL URL such as `postgresql://gatehouse@db.example.com:5432/gatehouse`",
            "^(jdbc:)?postgres(ql)?://([^@/?]+@)?[^@/?]+/[^@?]+([?].*)?$",
            StoreSettings::database);

    static final Section KEYS = Section.of(
            "store",
            "Where durable state is kept: a PostgreSQL database of this gateway's own.",
            Key.required(
                    "url", Shape.formatted(DATABASE), "The database; TLS is verified unless it is on this machine."),
            Key.optional("user", Shape.text(), "The database user, who owns the tables, if the URL names none."),
            Key.optional("password", new Shape.SecretPlace(), "Where the user's password is kept."));

    static StoreSettings read(Entries entries) {
        return new StoreSettings(
                entries.value("url", DATABASE),
                entries.maybeText("user"),
                entries.node("password").map(SecretReference::read));
    }

    /// A password in the URL is a mistake: settings are told apart on record and in the log, line by line.
    private static Optional<String> database(String text) {
        try {
            URI uri = uri(text);
            String user = uri.getUserInfo() == null ? "" : uri.getUserInfo();
            String query = uri.getQuery() == null ? "" : uri.getQuery();
            boolean secret = user.contains(":") || query.contains("password=");
            return uri.getHost() == null || secret ? Optional.empty() : Optional.of(text);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static URI uri(String text) {
        return URI.create(text.replaceFirst("^(jdbc:)?postgres(ql)?:", "postgresql:"));
    }

    /// The same for JDBC, without the user. Elsewhere than on this machine the server must prove who it is.
    public String jdbcUrl() {
        URI uri = uri(url);
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        if (!query.contains("sslmode=") && !THIS_MACHINE.contains(uri.getHost())) {
            query = query.isEmpty() ? "sslmode=verify-full" : query + "&sslmode=verify-full";
        }
        String port = uri.getPort() > 0 ? ":" + uri.getPort() : "";
        return "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + (query.isEmpty() ? "" : "?" + query);
    }

    /// The user, as the URL or `user` has it.
    public String login() {
        return user.or(() -> userInUrl()).orElse("gatehouse");
    }

    private Optional<String> userInUrl() {
        return Optional.ofNullable(uri(url).getUserInfo());
    }

    @Override
    public String toString() {
        return "StoreSettings[" + uri(url).getHost() + uri(url).getPath() + "]";
    }
}
