package dev.gatehouse.server.live;

import dev.gatehouse.control.rules.CelConditions;
import dev.gatehouse.detection.Detection;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Classification;
import dev.gatehouse.model.ColumnName;
import dev.gatehouse.postgres.target.QueryFailed;
import dev.gatehouse.postgres.target.SimpleQuery;
import dev.gatehouse.postgres.target.TargetCredential;
import dev.gatehouse.postgres.target.TargetLogin;
import dev.gatehouse.postgres.target.TargetLoginResult;
import dev.gatehouse.postgres.target.TargetSession;
import dev.gatehouse.server.Dialers;
import dev.gatehouse.server.live.ColumnSample.Proposal;
import dev.gatehouse.server.settings.ConnectionSettings;
import dev.gatehouse.server.settings.CredentialSettings.Form;
import dev.gatehouse.server.settings.SecretReference;
import dev.gatehouse.server.settings.Settings;
import dev.gatehouse.server.settings.Translation;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Reads some rows of every table of a PostgreSQL target, with the gateway's own credential and in a read-only
/// transaction, and proposes what the columns that nobody classified hold.
public final class Discovery {
    private static final int MILLISECONDS = 30_000;
    private static final int MOST_COLUMNS = 200_000;
    private static final int MOST_BYTES = 64 << 20;
    private static final int LONGEST_VALUE = 2_000;
    private static final Map<String, String> START =
            Map.of("application_name", "gatehouse discover", "client_encoding", "UTF8", "statement_timeout", "20s");

    private static final String COLUMNS = """
            SELECT n.nspname::text, c.relname::text, a.attname::text, pg_catalog.format_type(a.atttypid, a.atttypmod)
            FROM pg_catalog.pg_attribute a
            JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'm') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
              AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_'
            ORDER BY 1, 2, a.attnum""";

    private final CelConditions conditions;
    private final SecureRandom random = new SecureRandom();
    private final SecretReference.Environment environment = System::getenv;

    public Discovery(CelConditions conditions) {
        this.conditions = conditions;
    }

    private record Described(ColumnName name, String type) {}

    /// What is done and what is left while one login after the other is tried.
    private static final class Progress {
        final List<Proposal> proposals = new ArrayList<>();
        /// Columns that nobody classified, by quoted table.
        final Map<String, List<Described>> left = new LinkedHashMap<>();
        /// Why a table that is left could not be read.
        final Map<String, String> refused = new LinkedHashMap<>();
        boolean known;
        int read;
        String failure = "the connection has neither `catalogue` nor a password to log in with";
    }

    /// Asks with the user that reads the catalogue first; tables that one may not read are asked for with the users
    /// that
    /// sessions are forwarded with.
    ///
    /// @param rows how many of each table
    /// @param say gets what could not be looked at, and progress
    /// @throws IOException when the target cannot be asked at all, or shows none of its tables, with the reason
    public List<Proposal> proposals(Settings settings, ConnectionSettings connection, int rows, Consumer<String> say)
            throws IOException {
        var classification = new Translation(settings, conditions).classification(connection.name());
        var progress = new Progress();
        for (Form.Password login : logins(connection)) {
            if (!progress.known || !progress.left.isEmpty()) {
                with(connection, login, classification, rows, say, progress);
            }
        }
        if (!progress.known) {
            throw new IOException(progress.failure);
        }
        progress.refused.forEach((table, why) -> say.accept(table + " could not be read: " + why));
        if (progress.read == 0 && !progress.left.isEmpty()) {
            throw new IOException("none of its " + progress.left.size()
                    + " tables may be read with this connection's credentials; grant SELECT to one of their users");
        }
        say.accept(progress.read + " tables were looked at.");
        return progress.proposals;
    }

    /// The catalogue's, then those of sessions, the most general first; each user once.
    private static List<Form.Password> logins(ConnectionSettings connection) {
        var logins = new LinkedHashMap<String, Form.Password>();
        connection.catalogue().ifPresent(login -> logins.put(login.user(), login));
        connection.credentials().reversed().stream()
                .map(credential -> credential.form())
                .filter(Form.Password.class::isInstance)
                .map(Form.Password.class::cast)
                .forEach(login -> logins.putIfAbsent(login.user(), login));
        return List.copyOf(logins.values());
    }

    private void with(
            ConnectionSettings connection,
            Form.Password login,
            Classification classification,
            int rows,
            Consumer<String> say,
            Progress progress)
            throws IOException {
        var credential =
                TargetCredential.of(login.user(), new String(login.password().read(environment)));
        var dialer = Dialers.of(connection, MILLISECONDS);
        String database = connection.postgres().database();
        switch (new TargetLogin(dialer, random, MILLISECONDS).connect(credential, database, START)) {
            case TargetLoginResult.LoginFailed failed -> progress.failure = failed.operatorText();
            case TargetLoginResult.LoggedIn(TargetSession session) -> {
                try (var wire = session.wire()) {
                    var query = new SimpleQuery(wire, session.pending(), Math.max(rows, MOST_COLUMNS), MOST_BYTES);
                    query.rows("SET default_transaction_read_only = on");
                    if (!progress.known) {
                        unclassified(query, classification, progress.left);
                        progress.known = true;
                    }
                    look(query, rows, say, progress);
                }
            }
        }
    }

    private static void unclassified(
            SimpleQuery query, Classification classification, Map<String, List<Described>> tables) throws IOException {
        for (List<@Nullable String> row : query.rows(COLUMNS)) {
            var name = new ColumnName(text(row, 0), text(row, 1), text(row, 2));
            if (classification.of(name).category().equals(Category.UNCLASSIFIED)) {
                tables.computeIfAbsent(quoted(name.schema()) + "." + quoted(name.table()), _ -> new ArrayList<>())
                        .add(new Described(name, text(row, 3)));
            }
        }
    }

    private void look(SimpleQuery query, int rows, Consumer<String> say, Progress progress) throws IOException {
        var finder = new Detection().finder();
        byte[] key = new byte[32];
        random.nextBytes(key);
        var masker = new Masker(key);
        for (String table : List.copyOf(progress.left.keySet())) {
            List<Described> columns = progress.left.getOrDefault(table, List.of());
            try {
                int before = progress.proposals.size();
                for (ColumnSample sample : samples(query, table, columns, rows)) {
                    sample.propose(finder, masker).ifPresent(progress.proposals::add);
                }
                int found = progress.proposals.size() - before;
                say.accept(table + ": " + found + " of " + columns.size() + " columns look personal");
                progress.read++;
                progress.left.remove(table);
                progress.refused.remove(table);
            } catch (QueryFailed refused) {
                progress.refused.put(table, String.valueOf(refused.getMessage()));
            }
        }
    }

    private static List<ColumnSample> samples(SimpleQuery query, String table, List<Described> columns, int rows)
            throws IOException {
        String list = columns.stream()
                .map(column -> "pg_catalog.left(" + quoted(column.name().column()) + "::text, " + LONGEST_VALUE + ")")
                .collect(Collectors.joining(", "));
        List<List<@Nullable String>> read = query.rows("SELECT " + list + " FROM " + table + " LIMIT " + rows);
        return IntStream.range(0, columns.size())
                .mapToObj(i -> new ColumnSample(
                        columns.get(i).name(),
                        columns.get(i).type(),
                        read.stream()
                                .map(row -> row.get(i))
                                .filter(Objects::nonNull)
                                .filter(value -> !value.isBlank())
                                .toList()))
                .filter(sample -> !sample.values().isEmpty())
                .toList();
    }

    private static String text(List<@Nullable String> row, int index) {
        return Objects.requireNonNullElse(row.get(index), "");
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
