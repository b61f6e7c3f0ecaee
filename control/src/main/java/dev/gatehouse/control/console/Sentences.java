package dev.gatehouse.control.console;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sentences that the API says in English, in another language: by the sentence itself, as translators know it from
/// gettext. Safe for many threads.
final class Sentences {
    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");
    private static final String ENGLISH = "en: ";
    private static final String TRANSLATED = "de: ";

    private final List<Sentence> known;

    /// @param pattern what it looks like in English, with a group for each place
    private record Sentence(Pattern pattern, String translated) {}

    private Sentences(List<Sentence> known) {
        this.known = List.copyOf(known);
    }

    static Sentences read(String file) throws IOException {
        var known = new ArrayList<Sentence>();
        try (InputStream in = Objects.requireNonNull(Sentences.class.getResourceAsStream(file), file)) {
            String english = "";
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.startsWith(ENGLISH)) {
                    english = line.substring(ENGLISH.length());
                } else if (line.startsWith(TRANSLATED)) {
                    known.add(new Sentence(pattern(english), line.substring(TRANSLATED.length())));
                }
            }
        }
        return new Sentences(known);
    }

    private static Pattern pattern(String english) {
        var pattern = new StringBuilder();
        int from = 0;
        Matcher places = PLACE.matcher(english);
        while (places.find()) {
            pattern.append(Pattern.quote(english.substring(from, places.start())))
                    .append("(.{1,1000}?)");
            from = places.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(english.substring(from))).toString(), Pattern.DOTALL);
    }

    int count() {
        return known.size();
    }

    /// The sentence as it is where it is not known.
    String of(String english) {
        for (Sentence sentence : known) {
            var match = sentence.pattern().matcher(english);
            if (match.matches()) {
                String text = sentence.translated();
                for (int i = 0; i < match.groupCount(); i++) {
                    text = text.replace("{" + i + "}", match.group(i + 1));
                }
                return text;
            }
        }
        return english;
    }
}
