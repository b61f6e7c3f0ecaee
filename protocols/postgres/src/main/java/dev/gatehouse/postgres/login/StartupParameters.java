package dev.gatehouse.postgres.login;

import dev.gatehouse.postgres.wire.StartupMessage;
import dev.gatehouse.postgres.wire.WireException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a StartupMessage sets, sorted into what the gateway reads itself and what the target may be told. A setting is
/// a SET that nobody decided, so only harmless ones pass.
///
/// @param purpose `gatehouse.purpose`, why the client asks
/// @param client `application_name`
/// @param replication the client wants to be sent changes or files instead of asking
/// @param forTarget settings that pass
public record StartupParameters(
        String user,
        String database,
        Optional<String> purpose,
        Optional<String> client,
        boolean replication,
        Map<String, String> forTarget) {
    private static final Set<String> HARMLESS = Set.of(
            "application_name",
            "client_encoding",
            "datestyle",
            "timezone",
            "intervalstyle",
            "extra_float_digits",
            "bytea_output",
            "search_path",
            "statement_timeout",
            "lock_timeout",
            "idle_in_transaction_session_timeout",
            "geqo",
            "client_min_messages");
    /// Some clients (asyncpg) quote the word, which the server takes as well.
    private static final Set<String> UTF_8 = Set.of("utf8", "utf-8", "'utf8'", "'utf-8'", "unicode");
    private static final Set<String> NO = Set.of("false", "off", "no", "0");
    private static final Pattern OPTION = Pattern.compile("(?:-c\\s*|--)([A-Za-z_.]+)=((?:[^\\\\\\s]|\\\\.)*)\\s*");

    /// @throws WireException for a setting that does not pass, naming it
    public static StartupParameters of(StartupMessage message) {
        var settings = new LinkedHashMap<String, String>();
        message.parameters().forEach((name, value) -> settings.put(name.toLowerCase(Locale.ROOT), value));
        var user = message.user().orElseThrow(() -> new WireException("28000", "no user name was given"));
        var database = message.database().orElse(user);
        settings.keySet().removeAll(List.of("user", "database"));
        settings.keySet().removeIf(name -> name.startsWith("_pq_."));
        options(Optional.ofNullable(settings.remove("options")).orElse("").strip(), settings);
        var purpose = Optional.ofNullable(settings.remove("gatehouse.purpose"));
        boolean replication = !NO.contains(Optional.ofNullable(settings.remove("replication"))
                .orElse("off")
                .toLowerCase(Locale.ROOT));
        settings.forEach(StartupParameters::check);
        // Understanding rests on UTF-8, whatever the server's default for clients may be.
        settings.put("client_encoding", "UTF8");
        return new StartupParameters(
                user, database, purpose, Optional.ofNullable(settings.get("application_name")), replication, settings);
    }

    private static void options(String text, Map<String, String> settings) {
        var option = OPTION.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!option.find(at) || option.start() != at) {
                throw new WireException("0A000", "Gatehouse reads options only as -c name=value");
            }
            settings.put(
                    option.group(1).toLowerCase(Locale.ROOT), option.group(2).replaceAll("\\\\(.)", "$1"));
            at = option.end();
        }
    }

    private static void check(String name, String value) {
        if (name.equals("client_encoding") && !UTF_8.contains(value.toLowerCase(Locale.ROOT))) {
            throw new WireException(
                    "0A000", "Gatehouse speaks UTF-8 only; set client_encoding (PGCLIENTENCODING) to UTF8");
        }
        if (!HARMLESS.contains(name)) {
            throw new WireException(
                    "0A000",
                    "the setting \"" + name + "\" cannot be given at login; SET it afterwards, where rules decide");
        }
    }
}
