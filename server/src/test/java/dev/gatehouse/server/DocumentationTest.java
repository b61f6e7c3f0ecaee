package dev.gatehouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documentation points at is there.
class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]+]\\(([^)#\\s]+)(#[^)]*)?\\)");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    @Test
    void everyRelativeLinkLeadsSomewhere() throws IOException {
        var dead = new ArrayList<String>();
        for (Path page : pages()) {
            var link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                String to = link.group(1);
                if (!to.contains("://") && !Files.exists(page.resolveSibling(to))) {
                    dead.add(ROOT.relativize(page) + " -> " + to);
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void everyTestThatThePagesNameExists() throws IOException {
        var known = tests();
        var missing = new ArrayList<String>();
        for (Path page : pages()) {
            var test = TEST.matcher(Files.readString(page));
            while (test.find()) {
                if (!known.contains(test.group(1) + ".java")) {
                    missing.add(ROOT.relativize(page) + " names " + test.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> root = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(root, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static List<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Test.java"))
                    .toList();
        }
    }
}
