package dev.gatehouse.server.settings.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.server.settings.Example;
import dev.gatehouse.server.settings.LimitsSettings;
import dev.gatehouse.server.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The published schema and reference page follow the declared keys. After a change of the keys, run this test with
/// `-Dgatehouse.rewrite=true` and commit what it wrote.
class PublishedKeysTest {
    private static final Path REFERENCE = Path.of("..", "docs", "reference");

    private static final String SCHEMA = JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build()
                    .writeValueAsString(JsonSchema.of(Settings.KEYS))
            + "\n";

    private static void upToDate(Path file, String text) throws IOException {
        if (Boolean.getBoolean("gatehouse.rewrite")) {
            Files.createDirectories(REFERENCE);
            Files.writeString(file, text);
        }
        assertThat(file).as("run with -Dgatehouse.rewrite=true and commit").hasContent(text);
    }

    @Test
    void theSchemaFollowsTheKeys() throws IOException {
        upToDate(REFERENCE.resolve("gatehouse.schema.json"), SCHEMA);
    }

    @Test
    void theReferencePageFollowsTheKeys() throws IOException {
        upToDate(REFERENCE.resolve("configuration.md"), ReferencePage.of(Settings.KEYS));
    }

    @Test
    void thePageOfLimitsFollowsTheKeys() throws IOException {
        upToDate(REFERENCE.resolve("limits.md"), ReferencePage.ofLimits(LimitsSettings.KEYS));
    }

    @Test
    void theSchemaIsPackedWithTheProgram() throws IOException {
        try (var packed = Settings.class.getResourceAsStream("gatehouse.schema.json")) {
            assertThat(new String(Objects.requireNonNull(packed).readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(SCHEMA);
        }
    }

    private static List<String> errors(String yaml) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SCHEMA, InputFormat.JSON);
        return schema.validate(yaml, InputFormat.YAML).stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void theSchemaAcceptsWhatLoads() throws IOException {
        assertThat(errors(Example.contract())).isEmpty();
        assertThat(errors(Example.full())).isEmpty();
        assertThat(errors(Example.MINIMAL)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            access:            | acess:
            masking: []        | maskingg: []
            masking: []        | masking: x
            masking: []        | session: { max: 12mo }
            masking: []        | limits: { queue: 0 }
            masking: []        | roles: { auditor: leads }
            masking: []        | masking: [ { category: a, with: redcat } ]
            type: postgres     | type: postgresql
            then: allow        | then: alow
            then: allow        | when: true, then: allow
            { env: SHOP_PASSWORD } | hunter2
            { env: SHOP_PASSWORD } | { env: A, file: b }
            name: g,           | data: x,
            """)
    void theSchemaRefusesWhatAnEditorShouldMark(String replace, String with) {
        assertThat(Example.MINIMAL).contains(replace);
        assertThat(errors(Example.MINIMAL.replace(replace, with))).isNotEmpty();
    }
}
