package dev.gatehouse.masking;

import dev.gatehouse.model.Category;
import dev.gatehouse.model.ColumnName;
import java.util.Map;
import java.util.Optional;

/// What detectors look for inside the values of a column, and how each find is shown.
///
/// @param column the one source, whose name speaks for or against a find; never the name that a query gives
/// @param methods by category, only those that do not show it; empty where nothing is looked for
public record Inside(Optional<ColumnName> column, Map<Category, Method> methods) {
    public static final Inside NOTHING = new Inside(Optional.empty(), Map.of());

    public Inside {
        methods = Map.copyOf(methods);
    }
}
