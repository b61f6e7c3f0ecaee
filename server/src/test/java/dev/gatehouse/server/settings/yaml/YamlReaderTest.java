package dev.gatehouse.server.settings.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.server.settings.yaml.Node.Scalar;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
    private static final Path FILE = Path.of("a.yaml");

    private final Findings findings = new Findings();

    private Optional<Node> read(String text) {
        return YamlReader.read(FILE, text.getBytes(StandardCharsets.UTF_8), findings);
    }

    @ParameterizedTest
    @CsvSource({
        "yes, TEXT",
        "no, TEXT",
        "on, TEXT",
        "'true', FLAG",
        "null, NULL",
        "~, NULL",
        "12, WHOLE",
        "0o14, WHOLE",
        "0x1F, WHOLE",
        "1.5, DECIMAL",
        "'\"12\"', TEXT",
        "012, WHOLE",
        "1_000, TEXT",
        "12:30:00, TEXT",
        "2026-11-20, TEXT"
    })
    void scalarsAreOfTheCoreSchema(String text, Scalar.Type type) {
        var node = read("k: " + text).orElseThrow().at("k").orElseThrow();
        assertThat(((Scalar) node).type()).isEqualTo(type);
    }

    @Test
    void theWordOnIsAKey() {
        assertThat(read("on: { who: x }").orElseThrow().at("on").orElseThrow().at("who"))
                .isPresent();
    }

    @Test
    void placesCountFromOne() {
        var node = read("a:\n  - b: 'x'\n")
                .orElseThrow()
                .at("a")
                .orElseThrow()
                .items()
                .getFirst();
        assertThat(node.at("b").orElseThrow().place()).isEqualTo(new Place(FILE, 2, 8));
    }

    @Test
    void placesInsideTextAreBehindTheQuote() {
        var plain = (Scalar) read("a: xyz").orElseThrow().at("a").orElseThrow();
        var quoted = (Scalar) read("a: 'xyz'").orElseThrow().at("a").orElseThrow();
        var block = (Scalar) read("a: |\n    x\n    yz\n").orElseThrow().at("a").orElseThrow();
        assertThat(plain.inside(1, 2)).isEqualTo(new Place(FILE, 1, 5));
        assertThat(quoted.inside(1, 2)).isEqualTo(new Place(FILE, 1, 6));
        assertThat(block.inside(2, 2)).isEqualTo(new Place(FILE, 3, 6));
    }

    @Test
    void aTextOverSeveralLinesIsPlacedAtItsBeginning() {
        var folded = (Scalar) read("a: >\n  x\n  y\n").orElseThrow().at("a").orElseThrow();
        assertThat(folded.inside(1, 3)).isEqualTo(new Place(FILE, 1, 4));
    }

    @Test
    void aBombOfAliasesIsRefused() {
        var bomb = new StringBuilder("a0: &a0 [ x, x, x, x, x, x, x, x, x, x ]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append((" *a" + (i - 1) + ",").repeat(10)).append("]\n");
        }
        assertThat(read(bomb.toString())).isEmpty();
        assertThat(findings.inOrder())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("too many aliases"));
    }

    @Test
    void aTreeThatContainsItselfIsRefused() {
        assertThat(read("a: &a [ *a ]")).isEmpty();
        assertThat(findings.anyMistake()).isTrue();
    }

    @Test
    void severalDocumentsAreRefused() {
        assertThat(read("a: 1\n---\nb: 2\n")).isEmpty();
        assertThat(findings.anyMistake()).isTrue();
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThat(YamlReader.read(FILE, new byte[] {(byte) 0xff, (byte) 0xfe}, findings))
                .isEmpty();
        assertThat(findings.inOrder().getFirst().message()).isEqualTo("this file is not UTF-8 text");
    }
}
