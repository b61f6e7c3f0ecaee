package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The other side of masking: the ordinary work of applications, tools, analysts and migrations is neither refused nor
/// spoiled. Each statement runs through the gateway and, with the same role, directly; whatever is not personal must
/// come back the same.
@Tag("slow")
class OrdinaryWorkEndToEndTest {
    private static final Pattern SEPARATOR = Pattern.compile("(?m)^;;$");
    private static final Pattern COMMENTS = Pattern.compile("(?m)^--.*$");

    /// The columns of these names hold what is masked.
    private static final Set<String> PERSONAL = Set.of(
            "c_name",
            "c_address",
            "email",
            "full_name",
            "birth_date",
            "phone",
            "address",
            "city",
            "national_id",
            "iban",
            "note",
            "card_number");

    private static final String TPCH = """
                  "tpch.customer.c_name": identity.name
                  "tpch.customer.c_address": contact.address
                  "tpch.*.*": none
                  "coupons.*": none
                  "schema_history.*": none
                  "valid_coupons.*": none
                  "audit_trail.*.*": none
                  "django_*.*": none
                  "t_*.*": none
            """;

    /// What the catalogue tells of a table's size must not change between the two runs.
    private static final String UNDISTURBED = """
            DO $$ DECLARE name text; BEGIN
              FOR name IN SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r' AND relowner = current_user::regrole
                  AND relnamespace::regnamespace::text IN ('public', 'tpch')
              LOOP EXECUTE 'ALTER TABLE ' || name || ' SET (autovacuum_enabled = false)'; END LOOP;
            END $$""";

    @TempDir
    static Path directory;

    private static RunningDemo demo;

    @BeforeAll
    static void start() throws Exception {
        demo = RunningDemo.prepare(directory);
        try (var owner = DriverManager.getConnection(demo.directUrl(), demo.direct());
                var statement = owner.createStatement()) {
            statement.execute(resource("tpch-tables.sql"));
            statement.execute(UNDISTURBED);
        }
        demo.configure(text -> text.replaceFirst("(?m)^  - id: bulk-export\\n(?:    .*\\n)+", "")
                .replace("      customers.email:", TPCH.indent(0) + "      customers.email:"));
        demo.startGateway();
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = OrdinaryWorkEndToEndTest.class.getResourceAsStream("ordinary/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> statements(String name) throws IOException {
        return SEPARATOR
                .splitAsStream(COMMENTS.matcher(resource(name)).replaceAll(""))
                .map(String::strip)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "tpch.sql, simple", "tpch.sql, extended",
        "bi.sql, simple", "bi.sql, extended",
        "applications.sql, simple", "applications.sql, extended",
        "tools.sql, simple", "tools.sql, extended",
        "dump.sql, simple", "dump.sql, extended",
        "dashboards.sql, simple", "dashboards.sql, extended",
        "schema-changes.sql, simple", "schema-changes.sql, extended",
        "migrations.sql, simple", "migrations.sql, extended",
        "django.sql, simple"
    })
    void nothingIsRefusedAndNothingSpoiled(String file, String mode) throws Exception {
        var gateway = demo.jdbc(DemoPart.ENGINEER);
        gateway.setProperty("preferQueryMode", mode);
        var through = answers(file, demo.jdbcUrl(), gateway);
        var direct = answers(file, demo.directUrl(), people());
        assertThat(direct).noneMatch(answer -> answer.startsWith("ERROR"));
        var wrong = new ArrayList<String>();
        for (int i = 0; i < direct.size(); i++) {
            if (!through.get(i).equals(direct.get(i))) {
                wrong.add(statements(file).get(i) + "\n    gateway: " + through.get(i) + "\n    direct:  "
                        + direct.get(i));
            }
        }
        assertThat(wrong).as(file).isEmpty();
    }

    private static Properties people() {
        var properties = new Properties();
        properties.setProperty("user", demo.database().people().user());
        properties.setProperty("password", demo.database().people().password());
        return properties;
    }

    private static List<String> answers(String file, String url, Properties properties) throws Exception {
        var answers = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(url, properties)) {
            for (String sql : statements(file)) {
                answers.add(answer(connection, sql));
            }
        }
        return answers;
    }

    private static String answer(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                return rows(statement.getResultSet());
            }
            return "changed " + statement.getUpdateCount();
        } catch (SQLException refused) {
            return "ERROR " + refused.getMessage();
        }
    }

    private static String rows(ResultSet rows) throws SQLException {
        var columns = rows.getMetaData();
        var text = new ArrayList<String>();
        while (rows.next()) {
            var cells = new ArrayList<String>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                boolean personal =
                        PERSONAL.stream().anyMatch(columns.getColumnLabel(i).toLowerCase(Locale.ROOT)::endsWith);
                cells.add(personal ? "*" : String.valueOf(rows.getString(i)));
            }
            text.add(String.join("|", cells));
        }
        return text.stream().collect(Collectors.joining("\n"));
    }
}
