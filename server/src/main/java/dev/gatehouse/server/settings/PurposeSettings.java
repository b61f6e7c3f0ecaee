package dev.gatehouse.server.settings;

import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Formats;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;
import java.util.List;

/// One entry of `purposes:`.
///
/// @param lawfulBasis the article of the GDPR, such as `6(1)(b)`
/// @param categories patterns of the categories that may be read for it
public record PurposeSettings(String id, String lawfulBasis, List<String> categories) {
    public PurposeSettings {
        categories = List.copyOf(categories);
    }

    static final Section KEYS = Section.of(
            "purpose",
            "Why personal data may be looked at, and which.",
            Key.required("id", Shape.formatted(Formats.NAME), "What a session states."),
            Key.required("lawful-basis", Shape.text(), "The article of the GDPR, such as `6(1)(b)` (in quotes)."),
            Key.required(
                    "categories",
                    new Shape.OneOrMore(Shape.text(Shape.Meaning.CATEGORIES)),
                    "The categories that may be read for it."));

    static PurposeSettings read(Entries entries) {
        return new PurposeSettings(entries.text("id"), entries.text("lawful-basis"), entries.texts("categories"));
    }
}
