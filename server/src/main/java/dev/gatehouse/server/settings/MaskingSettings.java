package dev.gatehouse.server.settings;

import dev.gatehouse.masking.Method;
import dev.gatehouse.server.settings.keys.Entries;
import dev.gatehouse.server.settings.keys.Key;
import dev.gatehouse.server.settings.keys.Section;
import dev.gatehouse.server.settings.keys.Shape;

/// One entry of `masking:`. From top to bottom the first match of who, connection and category decides.
///
/// @param category a category or a pattern such as `contact.*`
public record MaskingSettings(OnSettings on, String category, Method with) {
    static final Section KEYS = Section.of(
            "masking",
            "How values are shown. From top to bottom the first match decides; without a match they are redacted.",
            Key.optional("on", new Shape.Part(OnSettings.KEYS), "Which connections and whom it concerns."),
            Key.required(
                    "category", Shape.text(Shape.Meaning.CATEGORIES), "A category or a pattern such as `contact.*`."),
            Key.required("with", Shape.word(Method.values()), "The method, from strictest to weakest."));

    static MaskingSettings read(Entries entries) {
        return new MaskingSettings(
                OnSettings.read(entries.part("on")), entries.text("category"), entries.word("with", Method.values()));
    }
}
