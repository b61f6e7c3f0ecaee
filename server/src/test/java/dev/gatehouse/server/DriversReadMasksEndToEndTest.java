package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.demo.DemoPart;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every method over every type, read by pgjdbc as an application would: no value makes the driver fail, what it makes
/// of a
/// mask has the class that the value had, and nothing of the value is in it. In text, and in binary wherever the driver
/// takes that.
@Tag("slow")
class DriversReadMasksEndToEndTest {
    private static final int EACH = 2;

    /// Values of types that must not be recognisable behind any mask but those that say how much they show.
    private static final Map<String, String> TYPES = types();

    private static final Map<String, String> CATEGORIES = Map.of(
            "redact", "health",
            "null", "identity.document",
            "pseudonym", "username",
            "hash", "network.mac",
            "fpe", "financial.account",
            "generalise", "location",
            "partial", "identity.profile");

    @TempDir
    static Path directory;

    private static RunningDemo demo;

    private static Map<String, String> types() {
        var types = new LinkedHashMap<String, String>();
        types.put("int2", "4711");
        types.put("int4", "471123456");
        types.put("int8", "4711234567890");
        types.put("float4", "4711.25");
        types.put("float8", "471123.4567");
        types.put("numeric", "471123456.789");
        types.put("money", "47.25"); // the driver itself fails at 4,711.25
        types.put("bool", "true");
        types.put("text", "Jane Canary of Elsewhere");
        types.put("varchar", "Jane Canary of Elsewhere");
        types.put("bpchar", "Jane Canary of Elsewhere");
        types.put("name", "Jane Canary");
        types.put("bytea", "\\x4a616e65");
        types.put("date", "1977-07-23");
        types.put("time", "17:33:21");
        types.put("timetz", "17:33:21+02");
        types.put("timestamp", "1977-07-23 17:33:21");
        types.put("timestamptz", "1977-07-23 17:33:21+02");
        types.put("interval", "33 days 04:05:06");
        types.put("uuid", "7b1c34de-5d2f-4f11-9a3b-0123456789ab");
        types.put("inet", "192.0.2.33");
        types.put("cidr", "192.0.2.0/24");
        types.put("macaddr", "08:00:2b:01:02:03");
        types.put("json", "{\"name\": \"Jane Canary\", \"n\": [4711.25, true, null]}");
        types.put("jsonb", "{\"name\": \"Jane Canary\", \"n\": [4711.25, true, null]}");
        types.put("point", "(47.11,8.15)");
        types.put("box", "(2,2),(1,1)");
        types.put("int4range", "[4711,4799)");
        types.put("tsvector", "canary");
        types.put("bit(1)", "1");
        types.put("int4[]", "{4711,471123456}");
        types.put("text[]", "{Jane,Canary}");
        types.put("date[]", "{1977-07-23}");
        types.put("uuid[]", "{7b1c34de-5d2f-4f11-9a3b-0123456789ab}");
        types.put("numeric[]", "{4711.25}");
        types.put("typed_mood", "sad");
        types.put("typed_place", "(\"Jane Canary\",4711)");
        types.put("typed_mail", "jane@canary.example");
        return types;
    }

    @BeforeAll
    static void start() throws IOException, SQLException {
        demo = RunningDemo.prepare(directory);
        demo.configure(text -> text.replace("      customers.email:", tables() + "      customers.email:")
                .replaceFirst("masking:\n", "masking:\n" + masking()));
        try (var connection = DriverManager.getConnection(demo.directUrl(), demo.direct());
                var statement = connection.createStatement()) {
            statement.execute("SET ROLE shop_app; CREATE TYPE typed_mood AS ENUM ('sad', 'happy');"
                    + "CREATE TYPE typed_place AS (a text, b int); CREATE DOMAIN typed_mail AS text");
            for (String method : CATEGORIES.keySet()) {
                statement.execute("CREATE TABLE typed_" + method + " (id int, " + columns(" ") + ")");
                statement.execute("INSERT INTO typed_" + method + " VALUES " + rows());
            }
        }
        demo.startGateway();
    }

    private static String tables() {
        return CATEGORIES.entrySet().stream()
                .map(each -> "      typed_" + each.getKey() + ".id: none\n      \"typed_" + each.getKey() + ".*\": "
                        + each.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static String masking() {
        return CATEGORIES.entrySet().stream()
                .map(each -> "  - { on: { who: \"*\" }, category: \"" + each.getValue() + "\", with: " + each.getKey()
                        + " }\n")
                .collect(Collectors.joining());
    }

    private static String columns(String between) {
        return TYPES.keySet().stream()
                .map(type -> "c_" + type.replaceAll("\\W", "_") + between + type)
                .collect(Collectors.joining(", "));
    }

    /// A row of values and a row of NULLs.
    private static String rows() {
        String values = TYPES.entrySet().stream()
                .map(each -> "'" + each.getValue() + "'::" + each.getKey())
                .collect(Collectors.joining(", "));
        String nulls = TYPES.keySet().stream().map(_ -> "NULL").collect(Collectors.joining(", "));
        return "(1, " + values + "), (2, " + nulls + ")";
    }

    @AfterAll
    static void stop() throws IOException {
        demo.close();
    }

    private static Stream<Arguments> ways() {
        return CATEGORIES.keySet().stream()
                .sorted()
                .flatMap(method -> Stream.of("text", "binary").map(way -> Arguments.of(method, way)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("ways")
    void everyMaskIsAValueOfItsType(String method, String way) throws SQLException {
        String query = "SELECT * FROM typed_" + method + " WHERE id BETWEEN 1 AND 2 ORDER BY id";
        try (var around = DriverManager.getConnection(demo.directUrl(), way(demo.direct(), way));
                var through = DriverManager.getConnection(demo.jdbcUrl(), way(demo.jdbc(DemoPart.ENGINEER), way));
                var real = around.prepareStatement(query);
                var masked = through.prepareStatement(query)) {
            // A statement that is used again may change its format.
            for (int i = 0; i < EACH; i++) {
                try (ResultSet values = real.executeQuery();
                        ResultSet masks = masked.executeQuery()) {
                    assertThat(values.next() && masks.next()).isTrue();
                    row(method, values, masks);
                    assertThat(masks.next()).isTrue();
                    assertThat(masks.getObject(2)).as("NULL stays NULL").isNull();
                }
            }
        }
    }

    private static Properties way(Properties login, String way) {
        login.setProperty("binaryTransfer", Boolean.toString(way.equals("binary")));
        login.setProperty("prepareThreshold", way.equals("binary") ? "-1" : "0");
        return login;
    }

    private static void row(String method, ResultSet values, ResultSet masks) throws SQLException {
        int column = 2;
        for (var each : TYPES.entrySet()) {
            String what = method + " of " + each.getKey();
            Object mask = masks.getObject(column);
            if (mask != null) {
                assertThat(mask.getClass())
                        .as(what)
                        .isEqualTo(values.getObject(column).getClass());
                typed(each.getKey(), masks, column);
            }
            String text = masks.getString(column);
            for (String part :
                    List.of("Canary", "canary", "4711", "07-23", "17:33:21", "0123456789ab", "2b:01:02:03")) {
                assertThat(text == null ? "" : text).as(what).doesNotContain(part);
            }
            column++;
        }
    }

    /// As an application asks that knows the type.
    private static void typed(String type, ResultSet masks, int column) throws SQLException {
        switch (type) {
            case "int2" -> masks.getShort(column);
            case "int4" -> masks.getInt(column);
            case "int8" -> masks.getLong(column);
            case "float4", "float8" -> masks.getDouble(column);
            case "numeric" -> masks.getBigDecimal(column);
            case "bool" -> masks.getBoolean(column);
            case "bytea" -> masks.getBytes(column);
            case "date" -> {
                masks.getDate(column);
                masks.getObject(column, java.time.LocalDate.class);
            }
            case "time" -> masks.getObject(column, java.time.LocalTime.class);
            case "timestamp" -> masks.getObject(column, java.time.LocalDateTime.class);
            case "timestamptz" -> masks.getObject(column, java.time.OffsetDateTime.class);
            case "uuid" -> masks.getObject(column, java.util.UUID.class);
            case "inet" -> masks.getObject(column, java.net.InetAddress.class);
            default -> {
                if (type.endsWith("[]")) {
                    masks.getArray(column).getArray();
                }
            }
        }
    }
}
