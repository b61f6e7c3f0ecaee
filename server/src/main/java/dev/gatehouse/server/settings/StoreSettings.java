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
/// @param url of a PostgreSQL database, without user and password
public record StoreSettings(String url, String user, Optional<SecretReference> password) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Format<String> DATABASE = new Format<>(
            "database",
            "a PostgreSQL URL such as `postgresql://db.example.com:5432/gatehouse`, without user and password",
            "^postgres(ql)?://[^@/?]+/[^@?]+([?].*)?$",
            Optional::of);

    static final Section KEYS = Section.of(
            "store",
            "Where durable state is kept: a PostgreSQL database of this gateway's own.",
            Key.required(
                    "url", Shape.formatted(DATABASE), "The database; TLS is verified unless it is on this machine."),
            Key.required("user", Shape.text(), "The database user; owns the tables."),
            Key.optional("password", new Shape.SecretPlace(), "Where the user's password is kept."));

    static StoreSettings read(Entries entries) {
        return new StoreSettings(
                entries.value("url", DATABASE),
                entries.text("user"),
                entries.node("password").map(SecretReference::read));
    }

    /// The same for JDBC. Elsewhere than on this machine the server must prove who it is.
    public String jdbcUrl() {
        URI uri = URI.create(url.replaceFirst("^postgres(ql)?:", "postgresql:"));
        boolean decided = uri.getQuery() != null && uri.getQuery().contains("sslmode=");
        String tls = decided || THIS_MACHINE.contains(uri.getHost()) ? "" : "sslmode=verify-full";
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        String all = query.isEmpty() ? tls : tls.isEmpty() ? query : query + "&" + tls;
        String place = uri.toString().replaceFirst("[?].*$", "");
        return "jdbc:" + place + (all.isEmpty() ? "" : "?" + all);
    }
}
