package dev.gatehouse.control.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
    void theLanguageIsTheOneChosenOrElseTheFirstAccepted() {
        assertThat(Texts.of("", "de-AT,en;q=0.5").language()).isEqualTo("de");
        assertThat(Texts.of("", "fr,en;q=0.5").language()).isEqualTo("en");
        assertThat(Texts.of("en", "de").language()).isEqualTo("en");
        assertThat(Texts.of("", "this is; not=a language").language()).isEqualTo("en");
    }
}
