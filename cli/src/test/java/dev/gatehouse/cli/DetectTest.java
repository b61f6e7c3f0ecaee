package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DetectTest {
    @TempDir
    Path home;

    private Terminal terminal;

    @BeforeEach
    void openTerminal() {
        terminal = new Terminal(home);
    }

    @Test
    void eachLineIsAnsweredInItsPlace() {
        terminal.input = """
                {"id":"r1","table":"customers","types":{"mail":"text"},"cells":{"mail":"jane@example.com","n":null}}
                {"id":7,"cells":{"note":"nothing here"}}
                """;
        assertThat(terminal.run("detect")).isZero();
        assertThat(terminal.out().lines())
                .containsExactly(
                        "{\"id\":\"r1\",\"preds\":{\"mail\":[{\"start\":0,\"end\":16,\"type\":\"EMAIL\","
                                + "\"category\":\"contact.email\",\"confidence\":0.99}]}}",
                        "{\"id\":7,\"preds\":{}}");
    }

    @Test
    void placesAreUtf16UnitsOfTheTextAndNotOfItsEscapes() {
        terminal.input = "{\"id\":1,\"cells\":{\"c\":\"\uD83D\uDE00 \\u00e9\\n jane@example.com\"}}\n";
        assertThat(terminal.run("detect")).isZero();
        JsonNode found = JsonMapper.shared().readTree(terminal.out()).at("/preds/c/0");
        assertThat(found.get("start").asInt()).isEqualTo(6);
        assertThat(found.get("end").asInt()).isEqualTo(22);
    }

    @Test
    void aLineThatCannotBeReadHasAnErrorInItsPlaceAndNothingIsLost() {
        terminal.input = "not json\r\n\n{\"id\":\"a\",\"cells\":[1]}\n{\"id\":\"b\",\"cells\":{\"c\":\"x\"}}";
        assertThat(terminal.run("detect")).isEqualTo(Exit.REFUSED);
        List<String> lines = terminal.out().lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).contains("{\"id\":null,\"error\":\"line ").contains(": not JSON");
        assertThat(lines.get(1)).startsWith("{\"id\":null,\"error\":\"line 2: is blank");
        assertThat(lines.get(2)).startsWith("{\"id\":\"a\",\"error\":\"line 3: `cells` must be an object");
        assertThat(lines.get(3)).isEqualTo("{\"id\":\"b\",\"preds\":{}}");
        assertThat(terminal.err()).contains("3 lines could not be read");
    }

    @Test
    void everyKindOfJsonValueIsACell() {
        terminal.input = """
                \uFEFF{"id":1,"cells":{"card":4111111111111111,"ok":true,"n":null}}
                {"id":2,"cells":{"doc": {"é": 1, "mail" : "jane@example.com"},"list":["jane@example.com"]}}
                {"id":3,"cells":{"deep":%s}}
                {"id":4,"cells":{"c":%s}}
                """.formatted("[".repeat(5000) + "]".repeat(5000), "1".repeat(5000));
        assertThat(terminal.run("detect")).isEqualTo(Exit.REFUSED);
        List<JsonNode> lines =
                terminal.out().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0).at("/preds/card/0/type").asString()).isEqualTo("CREDIT_CARD");
        assertThat(lines.get(0).at("/preds/card/0/end").asInt()).isEqualTo(16);
        assertThat(lines.get(1).at("/preds/doc/0/start").asInt()).isEqualTo(19);
        assertThat(lines.get(1).at("/preds/doc/0/end").asInt()).isEqualTo(35);
        assertThat(lines.get(1).at("/preds/list/0/start").asInt()).isEqualTo(2);
        assertThat(lines.get(2).at("/error").asString()).startsWith("line 3: ");
        assertThat(lines.get(3).at("/error").asString()).startsWith("line 4: ");
    }

    /// Eleven digits of which one in ten is by chance a Croatian OIB: alone they say nothing, all together they do.
    @Test
    void theRowsOfAColumnSpeakTogether() {
        terminal.input = IntStream.range(0, 20)
                .mapToObj(i -> "{\"id\":" + i + ",\"table\":\"t\",\"cells\":{\"c\":\"33392005961\"}}")
                .collect(Collectors.joining("\n"));
        assertThat(terminal.run("detect")).isZero();
        assertThat(terminal.out()).doesNotContain("NATIONAL_ID");
        assertThat(terminal.run("detect", "--sets")).isZero();
        assertThat(terminal.out().lines()).hasSize(20).allMatch(line -> line.contains("NATIONAL_ID"));
    }
}
