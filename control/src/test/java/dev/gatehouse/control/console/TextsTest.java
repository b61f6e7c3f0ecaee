package dev.gatehouse.control.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern USED = Pattern.compile("look\\.t\\(\"([a-z.-]+)\"[,)]");
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(Texts.GERMAN.keys()).isEqualTo(Texts.ENGLISH.keys());
        for (String key : Texts.ENGLISH.keys()) {
            assertThat(places(Texts.GERMAN.of(key))).as(key).isEqualTo(places(Texts.ENGLISH.of(key)));
        }
    }

    private static Set<String> places(String text) {
        var places = new TreeSet<String>();
        PLACE.matcher(text).results().forEach(place -> places.add(place.group()));
        return places;
    }

    @Test
    void everyTextThatAPageAsksForIsThere() throws IOException {
        var used = new TreeSet<String>();
        try (Stream<Path> templates = Files.list(Path.of("src/main/jte"))) {
            templates.forEach(
                    template -> USED.matcher(read(template)).results().forEach(key -> used.add(key.group(1))));
        }
        assertThat(used).hasSizeGreaterThan(50);
        assertThat(Texts.ENGLISH.keys()).containsAll(used);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void whatTheApiSaysIsSaidInGermanToo() throws IOException {
        assertThat(Texts.GERMAN.sentence("Your sign-in is older than 12h: sign in again."))
                .isEqualTo("Ihre Anmeldung ist älter als 12h: melden Sie sich neu an.");
        assertThat(Texts.GERMAN.sentence("Request 2x3k is denied already."))
                .isEqualTo("Die Anfrage 2x3k ist schon entschieden (denied).");
        assertThat(Texts.GERMAN.sentence("What nobody translated.")).isEqualTo("What nobody translated.");
        assertThat(Texts.ENGLISH.sentence("Sign in first.")).isEqualTo("Sign in first.");
        assertThat(Sentences.read("sentences_de.txt").count()).isGreaterThan(40);
    }

    /// A sentence that was reworded would silently be English again.
    @Test
    void whatIsTranslatedIsWhatIsSaid() throws IOException {
        var sources = new StringBuilder();
        for (String root : List.of("src/main/java", "../protocols/postgres/src/main/java", "../sql/src/main/java")) {
            sources.append(sources(Path.of(root)));
        }
        sources.append(sources(Path.of("../server/src/main/java/dev/gatehouse/server")));
        sources.append(sources(Path.of("../api/src/main/java")));
        String said = sources.toString().replaceAll("\"\\s*\\+\\s*\"", "");
        for (String line :
                Files.readAllLines(Path.of("src/main/resources/dev/gatehouse/control/console/sentences_de.txt"))) {
            if (line.startsWith("en: ")) {
                for (String part : line.substring(4).split("\\{[0-9]}", -1)) {
                    assertThat(said).contains(part);
                }
            }
        }
    }

    private static String sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TextsTest::read)
                    .collect(Collectors.joining());
        }
    }

    @Test
    void theLanguageIsTheOneChosenOrElseTheFirstAccepted() {
        assertThat(Texts.of("", "de-AT,en;q=0.5").language()).isEqualTo("de");
        assertThat(Texts.of("", "fr,en;q=0.5").language()).isEqualTo("en");
        assertThat(Texts.of("en", "de").language()).isEqualTo("en");
        assertThat(Texts.of("", "this is; not=a language").language()).isEqualTo("en");
    }
}
