package dev.gatehouse.http.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.masking.ColumnMask;
import dev.gatehouse.masking.Detectors;
import dev.gatehouse.masking.Masker;
import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Category;
import dev.gatehouse.model.Slice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMaskTest {
    private static final String JANE = "jane@example.com";
    private static final int MOST = 100_000;

    private final List<ColumnMask> masks = new ArrayList<>();
    private Method rest = Method.CLEAR;
    private boolean scan;

    private JsonMaskTest hiding(String path, Method method) {
        masks.add(new ColumnMask(path, Set.of(Category.EMAIL), method, false, false));
        return this;
    }

    private MaskedJson masked(byte[] json, boolean lines) throws IOException, JsonMask.Unmaskable {
        var all = new ArrayList<>(masks);
        all.add(new ColumnMask(Field.REST, Set.of(Category.UNCLASSIFIED), rest, scan, false));
        return new JsonMask(new Detectors(), new Masker(new byte[32]), MOST)
                .mask(new ByteArrayInputStream(json), lines, all);
    }

    private String masked(String json) throws IOException, JsonMask.Unmaskable {
        return text(masked(json.getBytes(StandardCharsets.UTF_8), false));
    }

    private static String text(MaskedJson masked) {
        var text = new StringBuilder();
        masked.runs().forEach(run -> text.append(run.bytes().utf8()));
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\":\"jane@example.com\"}",
                "{\"\\u0065mail\":\"jane\\u0040example.com\"}",
                "{\"a\":{\"b\":[{\"email\":\"jane@example.com\"}]}}",
                "[[[{\"email\":[\"x\",[\"jane@example.com\"]]}]]]",
                "{\"email\":\"x\",\"email\":\"jane@example.com\"}",
                "{\"email\":{\"work\":\"jane@example.com\"}}",
                "{\"raw\":\"{\\\"email\\\":\\\"jane@example.com\\\"}\"}",
                "{\"raw\":\"[\\\"{\\\\\\\"email\\\\\\\":\\\\\\\"jane@example.com\\\\\\\"}\\\"]\"}"
            })
    void aFieldIsHiddenAtEveryDepthAndInEveryEncoding(String json) throws Exception {
        hiding("$..email", Method.REDACT);
        assertThat(masked(json)).doesNotContain("jane").contains("[redacted]");
    }

    @Test
    void otherEncodingsOfUnicodeAreReadToo() throws Exception {
        hiding("$..email", Method.REDACT);
        var json = "{\"email\":\"" + JANE + "\",\"x\":\"\u00e9\"}";
        for (Charset charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            assertThat(text(masked(json.getBytes(charset), false)))
                    .isEqualTo("{\"email\":\"[redacted]\",\"x\":\"\u00e9\"}");
        }
    }

    @Test
    void belowAMaskedFieldNumbersAndFlagsBecomeNull() throws Exception {
        hiding("$.a", Method.REDACT);
        assertThat(masked("{\"a\":{\"n\":1.50,\"b\":true,\"z\":null},\"n\":1.50,\"b\":false}"))
                .isEqualTo("{\"a\":{\"n\":null,\"b\":null,\"z\":null},\"n\":1.50,\"b\":false}");
    }

    @Test
    void whatNobodyClassifiedIsHiddenWhereItIsText() throws Exception {
        rest = Method.REDACT;
        hiding("$.kind", Method.CLEAR);
        assertThat(masked("{\"kind\":\"x\",\"other\":\"y\",\"n\":7,\"b\":true,\"jane@example.com\":1}"))
                .isEqualTo("{\"kind\":\"x\",\"other\":\"[redacted]\",\"n\":7,\"b\":true,\"[redacted]\":1}");
    }

    @Test
    void detectorsDecideWhereTheConnectionSaysScan() throws Exception {
        rest = Method.REDACT;
        scan = true;
        assertThat(masked("{\"a\":\"fine\",\"b\":\"ask " + JANE + "\",\"card\":4111111111111111}"))
                .isEqualTo("{\"a\":\"fine\",\"b\":\"[redacted]\",\"card\":null}");
    }

    @Test
    void deeperAndExactPathsWin() throws Exception {
        hiding("$..email", Method.REDACT)
                .hiding("$.support.email", Method.CLEAR)
                .hiding("$.a", Method.REDACT);
        hiding("$.a.open", Method.CLEAR);
        assertThat(masked("{\"email\":\"x\",\"support\":{\"email\":\"y\"},\"a\":{\"open\":\"z\",\"shut\":\"w\"}}"))
                .isEqualTo("{\"email\":\"[redacted]\",\"support\":{\"email\":\"y\"},"
                        + "\"a\":{\"open\":\"z\",\"shut\":\"[redacted]\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"email\":\"x\"", "", "{}{}", "nonsense", "{\"a\":\"\\x\"}", "{\"a\":1,}"})
    void whatIsNoJsonCannotBeMasked(String json) throws Exception {
        hiding("$..email", Method.REDACT);
        if (json.isEmpty()) {
            assertThat(masked(json)).isEmpty();
        } else {
            assertThatThrownBy(() -> masked(json)).isInstanceOf(JsonMask.Unmaskable.class);
        }
    }

    @Test
    void oneDocumentInALine() throws Exception {
        hiding("$.email", Method.REDACT);
        var lines = "{\"email\":\"a\"}\n{\"email\":\"b\"}\n".getBytes(StandardCharsets.UTF_8);
        assertThat(text(masked(lines, true))).isEqualTo("{\"email\":\"[redacted]\"}\n{\"email\":\"[redacted]\"}");
    }

    @Test
    void moreThanMayBeMaskedAtOnceIsRefused() {
        var json = "[" + "12345678,".repeat(MOST / 9 + 1) + "1]";
        assertThatThrownBy(() -> masked(json))
                .isInstanceOf(JsonMask.Unmaskable.class)
                .hasMessageContaining("larger");
    }

    @Test
    void rowsAreCountedAndCutWhereAnotherPersonBegins() throws Exception {
        masks.add(new ColumnMask("$..email", Set.of(Category.EMAIL), Method.PARTIAL, false, true));
        var json = "{\"all\":[{\"email\":\"a@example.com\",\"in\":[{\"x\":1}]},{\"email\":\"b@example.com\"}],\"n\":2}";
        var masked = masked(json.getBytes(StandardCharsets.UTF_8), false);
        assertThat(masked.rows()).isEqualTo(2);
        assertThat(masked.categories()).containsExactly("contact.email");
        assertThat(masked.runs().stream()
                        .map(run -> run.subject().map(Slice::utf8).orElse("")))
                .containsExactly("", "a@example.com", "b@example.com", "");
        assertThat(text(masked)).doesNotContain("a@example").endsWith("\"n\":2}");
    }

    @ParameterizedTest
    @CsvSource({
        "$.a.b, a b, true",
        "$.a[*].b, a b, true",
        "$['a'][\"b\"], a b, true",
        "$..b, a x b, true",
        "$..['b'], b, true",
        "$.*.b, x b, true",
        "$.a, a b, false",
        "$.a.b, a, false",
        "$..b, a b c, false"
    })
    void pathsNameMembers(String path, String names, boolean matches) {
        assertThat(FieldPath.parse(path).orElseThrow().matches(List.of(names.split(" "))))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "$.", "$..", "$.a[0]", "$.a[?(@.b)]", "$.a b", "$.a.", "$[a]", "$...a", "$.a['b"})
    void otherPathsAreNotUnderstood(String path) {
        assertThat(FieldPath.parse(path)).isEmpty();
    }
}
