package dev.gatehouse.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class DemoConfigurationTest {

    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("data", "\"/tmp/with \\\"quotes\\\"\""),
            Map.entry("keys", "k"),
            Map.entry("listeners", "  postgres: { address: \"127.0.0.1:6432\" }\n"),
            Map.entry("issuer", "\"http://127.0.0.1:1\""),
            Map.entry("target", "\"127.0.0.1:2/shop\""),
            Map.entry("crm.target", "\"http://127.0.0.1:3/api\""),
            Map.entry("crm.file", "r"),
            Map.entry("agent.user", "gatehouse_agent"),
            Map.entry("agent.file", "a"),
            Map.entry("people.user", "gatehouse_people"),
            Map.entry("people.file", "p"),
            Map.entry("catalogue.user", "gatehouse_catalogue"),
            Map.entry("catalogue.file", "c"));

    private static final Map<?, ?> WRITTEN = load();

    @Test
    void theTemplateIsYamlWithEveryPlaceFilled() throws Exception {
        assertThat(DemoConfiguration.filled(DemoConfiguration.template(), VALUES))
                .doesNotContain("{{");
        assertThat(WRITTEN.get("gateway"))
                .isEqualTo(Map.of("name", "demo", "data", "/tmp/with \"quotes\"", "keys", "k"));
    }

    @Test
    void everyRuleHasAnIdOfItsOwnAndEveryPartMayConnect() {
        List<?> rules = list(WRITTEN, "rules");
        assertThat(rules.stream().map(rule -> String.valueOf(((Map<?, ?>) rule).get("id"))))
                .doesNotHaveDuplicates()
                .contains(
                        "staff",
                        "reads",
                        "agents-writes",
                        "no-whole-table-writes",
                        "no-whole-table-reads",
                        "bulk-export");
        List<?> access = list((Map<?, ?>) list(WRITTEN, "connections").getFirst(), "access");
        for (DemoPart part : DemoPart.values()) {
            boolean admitted = part == DemoPart.AGENT
                    ? access.contains("kind:agent")
                    : part.groups().stream().anyMatch(group -> access.contains("group:" + group));
            assertThat(admitted).as(part.id()).isTrue();
        }
    }

    @Test
    void everyColumnOfTheShopIsClassified() throws Exception {
        Map<?, ?> data = (Map<?, ?>) list(WRITTEN, "data").getLast();
        Map<?, ?> columns = (Map<?, ?>) Objects.requireNonNull(data.get("columns"));
        String schema = ShopSetup.resource("schema.sql");
        var tables = Pattern.compile("CREATE TABLE (\\w+) \\((.*?)\\n\\);", Pattern.DOTALL)
                .matcher(schema)
                .results()
                .toList();
        assertThat(tables).hasSize(7);
        for (var table : tables) {
            Pattern.compile("^  ([a-z_]+) ", Pattern.MULTILINE)
                    .matcher(table.group(2))
                    .results()
                    .map(column -> table.group(1) + "." + column.group(1))
                    .forEach(column -> assertThat(
                                    columns.containsKey(column) || columns.containsKey(table.group(1) + ".*"))
                            .as(column)
                            .isTrue());
        }
    }

    private static List<?> list(Map<?, ?> map, String key) {
        return (List<?>) Objects.requireNonNull(map.get(key), key);
    }

    private static Map<?, ?> load() {
        try {
            String yaml = DemoConfiguration.filled(DemoConfiguration.template(), VALUES);
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
