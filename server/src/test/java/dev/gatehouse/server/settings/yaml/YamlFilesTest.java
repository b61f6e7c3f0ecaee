package dev.gatehouse.server.settings.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlFilesTest {
    @TempDir
    Path directory;

    private final Findings findings = new Findings();

    private Path write(String name, String text) throws IOException {
        var file = directory.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, text);
    }

    private YamlFiles read(String text) throws IOException {
        return YamlFiles.read(write("a.yaml", text), findings);
    }

    private static String text(Node node) {
        return switch (node) {
            case Node.Scalar scalar -> scalar.text();
            case Node.Sequence list ->
                list.items().stream().map(YamlFilesTest::text).toList().toString();
            case Node.Mapping map ->
                map.entries().stream()
                        .map(e -> e.key() + "=" + text(e.value()))
                        .toList()
                        .toString();
        };
    }

    @Test
    void listsAreAppendedAndMappingsMergedInOrder() throws IOException {
        write("b.yaml", "rules: [ 3 ]\nlimits: { b: 2 }\ninclude: c.yaml");
        write("c.yaml", "rules: [ 4 ]\nextra: x");
        write("d.yaml", "rules: [ 5 ]");
        var files = read("include: [ b.yaml, d.yaml ]\nrules: [ 1, 2 ]\nlimits: { a: 1 }");
        assertThat(text(files.root())).isEqualTo("[rules=[1, 2, 3, 4, 5], limits=[a=1, b=2], extra=x]");
        assertThat(files.files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly("a.yaml", "b.yaml", "c.yaml", "d.yaml");
        assertThat(findings.inOrder()).isEmpty();
    }

    @Test
    void aConflictIsAMistakeInTheLaterFile() throws IOException {
        write("b.yaml", "gateway:\n  name: second");
        read("gateway: { name: first }\ninclude: b.yaml");
        assertThat(findings.inOrder()).singleElement().satisfies(finding -> {
            assertThat(finding.message()).contains("`name` is already set at").contains("a.yaml:1:12");
            assertThat(finding.place()).isEqualTo(new Place(directory.resolve("b.yaml"), 2, 3));
        });
    }

    @Test
    void pathsAreRelativeToTheFileThatNamesThem() throws IOException {
        write("sub/b.yaml", "include: c.yaml\nb: x");
        write("sub/c.yaml", "c: x.pem");
        var root = read("include: sub/b.yaml").root();
        var named = root.get("c").orElseThrow();
        assertThat(named.place().resolve("x.pem")).isEqualTo(directory.resolve("sub/x.pem"));
    }

    @Test
    void aCircleIsAMistake() throws IOException {
        write("b.yaml", "include: a.yaml");
        read("include: b.yaml");
        assertThat(findings.inOrder())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("included more than once"));
    }

    @Test
    void aMissingIncludeIsAMistakeWhereItIsNamed() throws IOException {
        read("x: 1\ninclude: [ none.yaml ]");
        assertThat(findings.inOrder()).singleElement().satisfies(finding -> {
            assertThat(finding.place().toString()).endsWith("a.yaml:2:12");
            assertThat(finding.message()).contains("cannot be read");
        });
    }

    @Test
    void theDigestIsOverAllBytesInReadingOrder() throws Exception {
        write("b.yaml", "b: 1");
        var files = read("include: b.yaml");
        var sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update("include: b.yaml".getBytes(StandardCharsets.UTF_8));
        sha256.update("b: 1".getBytes(StandardCharsets.UTF_8));
        assertThat(files.digest()).isEqualTo(HexFormat.of().formatHex(sha256.digest()));
    }

    @Test
    void aKeyNamedIncludeFurtherDownIsAnOrdinaryKey() throws IOException {
        write("b.yaml", "labels: { other: 1 }");
        assertThat(text(read("labels: { include: 1 }\ninclude: b.yaml").root()))
                .isEqualTo("[labels=[include=1, other=1]]");
    }
}
