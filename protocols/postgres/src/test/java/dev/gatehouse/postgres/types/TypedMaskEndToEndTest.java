package dev.gatehouse.postgres.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.masking.Masker;
import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Slice;
import dev.gatehouse.net.ClientTls;
import dev.gatehouse.postgres.TestClient;
import dev.gatehouse.postgres.TestServer;
import dev.gatehouse.postgres.wire.Bind;
import dev.gatehouse.postgres.wire.DataRow;
import dev.gatehouse.postgres.wire.Execute;
import dev.gatehouse.postgres.wire.Format;
import dev.gatehouse.postgres.wire.Formats;
import dev.gatehouse.postgres.wire.Parse;
import dev.gatehouse.postgres.wire.Sync;
import dev.gatehouse.postgres.wire.Values;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Every built-in type and its arrays, every method, both formats. PostgreSQL itself judges: it reads what stands for a
/// value, means the same by its text and its binary form, and nothing of the value is in either.
@Tag("slow")
class TypedMaskEndToEndTest {
    private static final Set<Category> PROFILE = Set.of(new Category("identity.profile"));
    private static final List<Method> METHODS =
            List.of(Method.REDACT, Method.PSEUDONYM, Method.HASH, Method.FPE, Method.GENERALISE, Method.PARTIAL);
    private static final Map<BuiltInType, List<String>> VALUES = values();

    private static TestServer server;
    private static TestClient client;

    private final Masker masker = new Masker(new byte[32]);

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start();
        client = new TestClient(
                server.session("trusty", "", ClientTls.Mode.DISABLE).wire());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Map<BuiltInType, List<String>> values() {
        var values = new LinkedHashMap<BuiltInType, List<String>>();
        values.put(BuiltInType.BYTEA, List.of("\\x4a616e65", "\\x4a616e6520446f6520616e64206d6f72652074686174"));
        values.put(BuiltInType.NAME, List.of("Jane Doe", "O\"Neil, {Mary}"));
        values.put(BuiltInType.INT8, List.of("4711234", "-9223372036854775808", "9223372036854775807", "37"));
        values.put(BuiltInType.INT2, List.of("4711", "-32768"));
        values.put(BuiltInType.INT4, List.of("4711234", "-2147483648", "2147483647"));
        values.put(BuiltInType.TEXT, List.of("Jane \"J\" Doe", "a,b{c}\\d", "NULL", ""));
        values.put(BuiltInType.OID, List.of("4711234", "4294967295"));
        values.put(
                BuiltInType.JSON,
                List.of(
                        "{\"name\": \"Jane \\u00fc \\\"J\\\" Doe\", \"n\": [4711.25, -1e3, true, null], \"Jane Doe\": {}}",
                        "\"Jane\""));
        values.put(
                BuiltInType.JSONB,
                List.of("{\"name\": \"Jane Doe\", \"n\": [4711.25, 12345678901234567890123, true, null]}"));
        values.put(BuiltInType.XML, List.of("<p>Jane</p>"));
        values.put(BuiltInType.POINT, List.of("(47.11,8.15)"));
        values.put(BuiltInType.LSEG, List.of("[(47.11,1),(2,3)]"));
        values.put(BuiltInType.PATH, List.of("((47.11,1),(2,3))"));
        values.put(BuiltInType.BOX, List.of("(47.11,9),(2,3)"));
        values.put(BuiltInType.POLYGON, List.of("((47.11,1),(2,3),(4,5))"));
        values.put(BuiltInType.LINE, List.of("{47.11,1,2}"));
        values.put(BuiltInType.CIRCLE, List.of("<(47.11,1),2>"));
        values.put(BuiltInType.CIDR, List.of("203.0.113.64/26", "2001:db8:1:4711::/64"));
        values.put(BuiltInType.FLOAT4, List.of("4711.25", "NaN", "-Infinity", "1e-20", "3e30"));
        values.put(BuiltInType.FLOAT8, List.of("4711.25", "0.1", "NaN", "-1.5e300", "Infinity"));
        values.put(BuiltInType.MACADDR8, List.of("08:00:2b:01:02:03:04:05"));
        values.put(BuiltInType.MONEY, List.of("$4,711.25", "-$0.05", "$1,234,567.00"));
        values.put(BuiltInType.MACADDR, List.of("08:00:2b:01:02:03"));
        values.put(BuiltInType.INET, List.of("203.0.113.77", "10.20.30.47/8", "2001:db8:1:4711::1"));
        values.put(BuiltInType.BPCHAR, List.of("Jane"));
        values.put(BuiltInType.VARCHAR, List.of("Jane"));
        values.put(BuiltInType.DATE, List.of("1985-07-30", "infinity", "0044-03-15 BC", "12024-01-02"));
        values.put(BuiltInType.TIME, List.of("17:47:11.123456", "24:00:00", "00:00:00"));
        values.put(BuiltInType.TIMESTAMP, List.of("1985-07-30 17:47:11.5", "-infinity", "0044-03-15 12:00:00 BC"));
        values.put(BuiltInType.TIMESTAMPTZ, List.of("1985-07-30 01:47:11+00", "infinity"));
        values.put(BuiltInType.INTERVAL, List.of("3 years 4 mons 17:47:11"));
        values.put(BuiltInType.TIMETZ, List.of("17:47:11+02", "17:47:11.5-09:30"));
        values.put(BuiltInType.BIT, List.of("1"));
        values.put(BuiltInType.VARBIT, List.of("1011011"));
        values.put(
                BuiltInType.NUMERIC,
                List.of(
                        "4711.25",
                        "0",
                        "-0.00001234",
                        "NaN",
                        "Infinity",
                        "12345678901234567890123.5",
                        "40000",
                        "1.50",
                        "0.5"));
        values.put(BuiltInType.UUID, List.of("550e8400-e29b-41d4-a716-446655440000"));
        values.put(BuiltInType.JSONPATH, List.of("$.\"jane\""));
        values.put(BuiltInType.TSVECTOR, List.of("'doe':2 'jane':1"));
        values.put(BuiltInType.INT4RANGE, List.of("[4711,4800)"));
        values.put(BuiltInType.INT8RANGE, List.of("[4711,)"));
        values.put(BuiltInType.NUMRANGE, List.of("(4711.5,4800]"));
        values.put(BuiltInType.TSRANGE, List.of("[\"1985-07-30 00:00:00\",)"));
        values.put(BuiltInType.TSTZRANGE, List.of("[\"1985-07-30 00:00:00+00\",)"));
        values.put(BuiltInType.DATERANGE, List.of("[1985-07-30,1986-01-01)"));
        values.put(BuiltInType.INT4MULTIRANGE, List.of("{[4711,4800)}"));
        values.put(BuiltInType.INT8MULTIRANGE, List.of("{[4711,4800)}"));
        values.put(BuiltInType.NUMMULTIRANGE, List.of("{[4711,4800)}"));
        values.put(BuiltInType.TSMULTIRANGE, List.of("{[\"1985-07-30 00:00:00\",)}"));
        values.put(BuiltInType.TSTZMULTIRANGE, List.of("{[\"1985-07-30 00:00:00+00\",)}"));
        values.put(BuiltInType.DATEMULTIRANGE, List.of("{[1985-07-30,1986-01-01)}"));
        return values;
    }

    private static Slice through(int oid, Slice value, Format in, Format out) throws IOException {
        var answers = client.ask(
                new Parse("", Slice.utf8("select $1"), List.of(oid)),
                new Bind("", "", formats(in), Values.of(List.of(Optional.of(value))), formats(out)),
                new Execute("", 0),
                new Sync());
        return answers.stream()
                .filter(DataRow.class::isInstance)
                .map(row -> ((DataRow) row).values().list().getFirst().orElseThrow())
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "PostgreSQL does not take '" + value.utf8() + "' for " + oid + ": " + answers));
    }

    private static Formats formats(Format format) {
        return format == Format.TEXT ? Formats.TEXT : Formats.BINARY;
    }

    private void assertMasked(int oid, String value) throws IOException {
        var type = PgType.of(oid);
        // As the server writes it itself.
        Slice text = through(oid, Slice.utf8(value), Format.TEXT, Format.TEXT);
        Slice binary = through(oid, Slice.utf8(value), Format.TEXT, Format.BINARY);
        for (Method method : METHODS) {
            String what = type.name() + " '" + value + "' by " + method;
            Slice shown = TypedMask.of(type, Format.TEXT, method, PROFILE, text, masker)
                    .orElseThrow();
            Slice shownBinary = TypedMask.of(type, Format.BINARY, method, PROFILE, binary, masker)
                    .orElseThrow();
            assertThat(through(oid, shown, Format.TEXT, Format.BINARY))
                    .as("%s: '%s'", what, shown.utf8())
                    .isEqualTo(through(oid, shownBinary, Format.BINARY, Format.BINARY));
            assertThat(shown.utf8()).as(what).doesNotContain("Jane", "jane", "4711", "47:11", "-07-30", "47.11");
            if (method != Method.GENERALISE) {
                assertThat(TypedMask.of(type, Format.TEXT, method, PROFILE, text, masker))
                        .as("%s is stable", what)
                        .contains(shown);
            }
        }
    }

    @Test
    void everyTypeKeepsItsTypeInBothFormats() throws IOException {
        for (var type : VALUES.entrySet()) {
            for (String value : type.getValue()) {
                assertMasked(type.getKey().oid, value);
            }
        }
    }

    @Test
    void arraysAreMaskedElementByElement() throws IOException {
        for (var type : VALUES.entrySet()) {
            if (type.getKey() == BuiltInType.BOX) {
                continue;
            }
            var quoted = type.getValue().stream()
                    .map(value -> "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                    .toList();
            assertMasked(type.getKey().arrayOid, "{" + String.join(",", quoted) + ",NULL}");
            assertMasked(type.getKey().arrayOid, "[2:3][1:1]={{" + quoted.getFirst() + "},{NULL}}");
            assertMasked(type.getKey().arrayOid, "{}");
        }
    }

    @Test
    void aPseudonymOfAnArrayIsThoseOfItsElements() {
        var type = PgType.of(BuiltInType.TEXT.arrayOid);
        var shown = TypedMask.of(type, Format.TEXT, Method.PSEUDONYM, PROFILE, Slice.utf8("{Jane,NULL}"), masker);
        String one = masker.text(Method.PSEUDONYM, PROFILE, "Jane").orElseThrow();

        assertThat(shown).contains(Slice.utf8("{\"" + one + "\",NULL}"));
    }

    @Test
    void aDocumentKeepsItsKeys() {
        var shown = TypedMask.of(
                        PgType.of(BuiltInType.JSONB.oid),
                        Format.TEXT,
                        Method.GENERALISE,
                        PROFILE,
                        Slice.utf8("{\"age\": 37, \"Jane Doe\": \"37\", \"vip\": true, \"x\": null}"),
                        masker)
                .orElseThrow();

        assertThat(shown.utf8()).isEqualTo("{\"age\": 30, \"[redacted]\": \"≈30\", \"vip\": false, \"x\": null}");
    }
}
