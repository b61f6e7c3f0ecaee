package dev.gatehouse.masking;

import dev.gatehouse.model.Category;
import java.util.Set;

/// What happens to the values of one column of one answer.
///
/// @param name the column's name in the answer
/// @param categories what it can hold
/// @param method how it is shown
/// @param scan detectors decide value by value
/// @param subject its plain values say whom a row is about
public record ColumnMask(String name, Set<Category> categories, Method method, boolean scan, boolean subject) {

    /// Whether values pass as they are.
    public boolean clear() {
        return method == Method.CLEAR;
    }

    /// The mask of a column whose origin could not be proved.
    public static ColumnMask strictest(String name) {
        return new ColumnMask(name, Set.of(), Method.REDACT, false, false);
    }

    public static ColumnMask clear(String name) {
        return new ColumnMask(name, Set.of(), Method.CLEAR, false, false);
    }
}
