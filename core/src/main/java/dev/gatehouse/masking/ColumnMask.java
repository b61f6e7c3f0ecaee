package dev.gatehouse.masking;

import dev.gatehouse.model.Category;
import java.util.Set;

/// What happens to the values of one column of one answer.
///
/// @param name the column's name in the answer
/// @param categories what it can hold
/// @param method how it is shown
/// @param scan detectors decide value by value: of free text, whether it is shown or masked whole by `method`; of what
///     nobody classified, which parts are masked
/// @param subject its plain values say whom a row is about
/// @param inside what detectors look for in values that are otherwise shown
/// @param hidesNull NULL is masked like any value, because whether a computed value is NULL can tell what it was
///     computed from
public record ColumnMask(
        String name,
        Set<Category> categories,
        Method method,
        boolean scan,
        boolean subject,
        Inside inside,
        boolean hidesNull) {

    /// One in whose values nothing further is looked for, and whose NULLs are shown.
    public ColumnMask(String name, Set<Category> categories, Method method, boolean scan, boolean subject) {
        this(name, categories, method, scan, subject, Inside.NOTHING, false);
    }

    /// Whether values pass as they are.
    public boolean clear() {
        return method == Method.CLEAR && inside.methods().isEmpty();
    }

    /// The mask of a column whose origin could not be proved.
    public static ColumnMask strictest(String name) {
        return new ColumnMask(name, Set.of(), Method.REDACT, false, false, Inside.NOTHING, true);
    }

    public static ColumnMask clear(String name) {
        return new ColumnMask(name, Set.of(), Method.CLEAR, false, false);
    }
}
