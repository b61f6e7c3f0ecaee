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
import java.util.Optional;
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

    /// @param rows how many of each table
    /// @param say gets what could not be looked at, and progress
    /// @throws IOException when the target cannot be asked at all, with the reason
    public List<Proposal> proposals(Settings settings, ConnectionSettings connection, int rows, Consumer<String> say)
            throws IOException {
        var server = connection.postgres();
        var dialer = Dialers.of(connection, MILLISECONDS);
        Form.Password login = login(connection)
                .orElseThrow(
                        () -> new IOException("the connection has neither `catalogue` nor a password to log in with"));
        var credential =
                TargetCredential.of(login.user(), new String(login.password().read(environment)));
        return switch (new TargetLogin(dialer, random, MILLISECONDS).connect(credential, server.database(), START)) {
            case TargetLoginResult.LoginFailed failed -> throw new IOException(failed.operatorText());
            case TargetLoginResult.LoggedIn(TargetSession session) -> {
                try (var wire = session.wire()) {
                    var query = new SimpleQuery(wire, session.pending(), Math.max(rows, MOST_COLUMNS), MOST_BYTES);
                    var classification = new Translation(settings, conditions).classification(connection.name());
                    yield look(query, classification, rows, say);
                }
            }
        };
    }

    private static Optional<Form.Password> login(ConnectionSettings connection) {
        return connection
                .catalogue()
                .or(() -> connection.credentials().reversed().stream()
                        .map(credential -> credential.form())
                        .filter(Form.Password.class::isInstance)
                        .map(Form.Password.class::cast)
                        .findFirst());
    }

    private record Described(ColumnName name, String type) {}

    private List<Proposal> look(SimpleQuery query, Classification classification, int rows, Consumer<String> say)
            throws IOException {
        query.rows("SET default_transaction_read_only = on");
        var tables = new LinkedHashMap<String, List<Described>>();
        for (List<@Nullable String> row : query.rows(COLUMNS)) {
            var name = new ColumnName(text(row, 0), text(row, 1), text(row, 2));
            if (classification.of(name).category().equals(Category.UNCLASSIFIED)) {
                tables.computeIfAbsent(quoted(name.schema()) + "." + quoted(name.table()), _ -> new ArrayList<>())
                        .add(new Described(name, text(row, 3)));
            }
        }
        var finder = new Detection().finder();
        byte[] key = new byte[32];
        random.nextBytes(key);
        var masker = new Masker(key);
        var proposals = new ArrayList<Proposal>();
        for (var table : tables.entrySet()) {
            for (ColumnSample sample : samples(query, table.getKey(), table.getValue(), rows, say)) {
                sample.propose(finder, masker).ifPresent(proposals::add);
            }
        }
        say.accept(tables.size() + " tables were looked at.");
        return proposals;
    }

    private static List<ColumnSample> samples(
            SimpleQuery query, String table, List<Described> columns, int rows, Consumer<String> say)
            throws IOException {
        String list = columns.stream()
                .map(column -> "pg_catalog.left(" + quoted(column.name().column()) + "::text, " + LONGEST_VALUE + ")")
                .collect(Collectors.joining(", "));
        List<List<@Nullable String>> read;
        try {
            read = query.rows("SELECT " + list + " FROM " + table + " LIMIT " + rows);
        } catch (QueryFailed refused) {
            say.accept(table + " could not be read: " + refused.getMessage());
            return List.of();
        }
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
