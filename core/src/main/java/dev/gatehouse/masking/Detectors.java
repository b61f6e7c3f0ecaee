package dev.gatehouse.masking;

import dev.gatehouse.detection.Detection;
import dev.gatehouse.model.Category;
import java.util.Set;

/// What is looked for inside values: the finders of [Detection], and which categories of theirs count (`detect:`).
/// Immutable; each session takes a [Scanner] of its own.
public final class Detectors {
    private final Detection detection;
    private final Set<Category> wanted;

    /// Everything that can be found.
    public Detectors() {
        this(new Detection(), Detection.CATEGORIES);
    }

    public Detectors(Detection detection, Set<Category> wanted) {
        this.detection = detection;
        this.wanted = Set.copyOf(wanted);
    }

    public Scanner scanner() {
        return new Scanner(detection.finder(), wanted);
    }

    /// Whether nothing is found in a text of which nothing else is known.
    public boolean clean(String text) {
        return scanner().clean(Inside.NOTHING, text);
    }
}
