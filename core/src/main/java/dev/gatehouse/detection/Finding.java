package dev.gatehouse.detection;

import dev.gatehouse.model.Category;

/// A stretch of a text that is personal data or a secret.
///
/// @param start the first of its UTF-16 code units
/// @param end the one after its last
/// @param type a [FindingType]'s name, or the id of a detector that the configuration defines
/// @param confidence between 0.5 and 1: the odds that were added up, as a probability
public record Finding(int start, int end, String type, Category category, double confidence) {}
