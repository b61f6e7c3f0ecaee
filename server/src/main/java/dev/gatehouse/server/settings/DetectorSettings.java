package dev.gatehouse.server.settings;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.gatehouse.detection.CustomDetector;
import dev.gatehouse.detection.CustomDetector.Checksum;
import dev.gatehouse.detection.Detection;
import dev.gatehouse.masking.Detectors;
import dev.gatehouse.model.Category;
import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Format;
import dev.gatehouse.server.settings.keys.Formats;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One entry of `detectors:`.
///
/// @param pattern takes time linear in the text, whatever it is
/// @param context words of which one must stand near a match or in the column's name; empty: none needed
public record DetectorSettings(
        String id, Pattern pattern, String category, List<String> context, Optional<Checksum> checksum) {
    public DetectorSettings {
        context = List.copyOf(context);
    }

    private static final Format<Pattern> PATTERN = new Format<>(
            "pattern", "a regular expression (RE2's syntax) such as `E-[0-9]{6}`", "^.+$", DetectorSettings::compiled);

    static final Section KEYS = Section.of(
            "detector",
            "Something to be found in values besides what is built in.",
            Key.required("id", Shape.formatted(Formats.NAME), "What its findings are called."),
            Key.required("pattern", Shape.formatted(PATTERN), "A regular expression (RE2's syntax)."),
            Key.required("category", Shape.text(Shape.Meaning.CATEGORY), "The category of what it finds."),
            Key.optional(
                    "context",
                    new Shape.OneOrMore(Shape.text()),
                    "Words of which one must stand near, or in the column's name, without case and accents."),
            Key.optional("checksum", Shape.word(Checksum.values()), "What its digits must pass."));

    static DetectorSettings read(Entries entries) {
        return new DetectorSettings(
                entries.text("id"),
                entries.value("pattern", PATTERN),
                entries.text("category"),
                entries.texts("context"),
                entries.maybeWord("checksum", Checksum.values()));
    }

    private static Optional<Pattern> compiled(String text) {
        try {
            return Optional.of(Pattern.compile(text));
        } catch (PatternSyntaxException unusable) {
            return Optional.empty();
        }
    }

    /// The detector that is meant.
    public CustomDetector detector() {
        return new CustomDetector(id, new Category(category), this::each, context, checksum);
    }

    private void each(String text, CustomDetector.Place place) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            place.at(matcher.start(), matcher.end());
        }
    }

    /// What a gateway looks for: the categories under `detect:`, and everything under `detectors:`.
    public static Detectors detectors(Settings settings) {
        var detection = new Detection(
                settings.detectors().stream().map(DetectorSettings::detector).toList());
        var own = settings.detectors().stream().map(DetectorSettings::category);
        return new Detectors(
                detection,
                Stream.concat(settings.detect().stream(), own)
                        .map(Category::new)
                        .collect(Collectors.toSet()));
    }
}
